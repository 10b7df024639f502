package io.kernelign.trainer.training;

import io.kernelign.lm.tokenizer.LengthLimits;
import io.kernelign.lm.tokenizer.LengthReport;
import java.util.ArrayList;
import java.util.List;

/** What the length limits did to the pairs, for a person. */
final class LengthWarnings {

    private LengthWarnings() {}

    static List<String> of(LengthReport lengths, LengthLimits limits) {
        var warnings = new ArrayList<String>();
        if (lengths.cutPrompts() > 0) {
            warnings.add("%d of %d prompts lost their beginning to maxPromptLength = %d."
                    .formatted(lengths.cutPrompts(), lengths.pairs(), limits.maxPromptLength()));
        }
        if (lengths.cutResponses() > 0) {
            warnings.add("%d of %d responses lost their end to maxLength = %d."
                    .formatted(lengths.cutResponses(), 2 * lengths.pairs(), limits.maxLength()));
        }
        return warnings;
    }
}

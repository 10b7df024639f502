package io.kernelign.trainer.training;

import io.kernelign.lm.tokenizer.LengthReport;
import io.kernelign.training.TrainingSettings;
import java.util.ArrayList;
import java.util.List;

/** What the length limits did to the pairs, for a person. */
final class LengthFindings {

    private LengthFindings() {}

    /** @throws IllegalArgumentException when a response has no token at all: nothing can be learnt from its pair */
    static void requireTokens(LengthReport lengths) {
        if (lengths.emptyResponses() > 0) {
            throw new IllegalArgumentException("%d of %d responses have no token for this model; accepted are none"
                    .formatted(lengths.emptyResponses(), 2 * lengths.pairs()));
        }
    }

    static List<String> warnings(LengthReport lengths, TrainingSettings settings) {
        var warnings = new ArrayList<String>();
        if (lengths.cutPrompts() > 0) {
            warnings.add("%d of %d prompts lost their beginning to maxPromptLength = %d."
                    .formatted(lengths.cutPrompts(), lengths.pairs(), settings.maxPromptLength()));
        }
        if (lengths.cutResponses() > 0) {
            warnings.add("%d of %d responses lost their end to maxLength = %d."
                    .formatted(lengths.cutResponses(), 2 * lengths.pairs(), settings.maxLength()));
        }
        return warnings;
    }
}

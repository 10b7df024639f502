package io.kernelign.evaluation;

import java.util.List;

/**
 * How long a greedily decoded answer goes on.
 *
 * @param maxTokens most tokens, at least 1
 * @param stops texts before which it ends for a model without a chat template; one with a template ends its answer itself
 */
public record Decoding(int maxTokens, List<String> stops) {

    /** Up to the model's own end. */
    public static Decoding upTo(int maxTokens) {
        return new Decoding(maxTokens, List.of());
    }
}

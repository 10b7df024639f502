package io.kernelign.training;

import io.kernelign.lm.decoder.Head;
import io.kernelign.objective.Objective;

/** How large a vocabulary may be where a divergence is computed over all of it. */
public final class VocabularyLimit {

    /** Most tokens with estimator full; a chunk of logits holds no fewer than {@link HeadRows#LEAST_ROWS} rows of them. */
    public static final long MOST_TOKENS = Head.CHUNK_LOGITS / HeadRows.LEAST_ROWS;

    private VocabularyLimit() {}

    /** Whether the objective cannot be computed with a model of so many tokens. */
    public static boolean exceeded(Objective objective, long vocabulary) {
        return objective.regulariser().readsVocabulary() && vocabulary > MOST_TOKENS;
    }
}

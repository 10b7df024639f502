package io.kernelign.objective.divergence;

import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.Random;

/** Any single divergence at logits [n, vocabulary], its slope by the logits written out over the vocabulary. */
final class Evaluation {

    private Evaluation() {}

    static Sloped of(SingleDivergence divergence, Tensor logits, Tensor logQ) {
        return divergence instanceof Wasserstein transport
                ? dense(transport.at(logits, logQ, new Vocabulary(embeddings(logits))), logits)
                : byLogits((VocabularyDivergence) divergence, logits, logQ);
    }

    static Sloped byLogits(VocabularyDivergence divergence, Tensor logits, Tensor logQ) {
        var odds = Odds.full(logits.logSoftmax(-1), logQ);
        var at = divergence.at(odds);
        var slope = at.slope().minus(odds.p().times(at.slope().sum(-1).unsqueeze(-1)));
        return new Sloped(at.value(), slope);
    }

    private static Sloped dense(OnTokens at, Tensor like) {
        int columns = (int) like.size(1);
        var dense = new double[(int) like.elements()];
        var tokens = at.tokens().longs();
        var slopes = at.slope().doubles();
        int width = (int) at.tokens().size(1);
        for (int i = 0; i < tokens.length; i++) {
            dense[i / width * columns + (int) tokens[i]] += slopes[i];
        }
        return new Sloped(at.value(), Tensors.of(dense, like.shape()).to(like.dtype()));
    }

    /** Of each token, [vocabulary, 4]; the same for every vocabulary of a size. */
    private static Tensor embeddings(Tensor logits) {
        return random(17, (int) logits.size(1), 4, 1).to(logits.dtype());
    }

    /** Normal numbers, FLOAT32 [rows, columns]. */
    static Tensor random(long seed, int rows, int columns, double spread) {
        var random = new Random(seed);
        var values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (spread * random.nextGaussian());
        }
        return Tensors.of(values, rows, columns);
    }
}

package io.kernelign.benchmarks.objective.study.bandit;

import io.kernelign.objective.PairLogProbs;
import io.kernelign.objective.divergence.Divergence;
import io.kernelign.objective.divergence.Vocabulary;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;

/** A softmax over arms, linear in the context, beside the reference that it starts from; owns its weights. */
final class BanditPolicy implements AutoCloseable {

    private final Tensor reference;
    private final Tensor weights;

    BanditPolicy(Bandit bandit) {
        try (var scope = Scope.plain()) {
            reference = matrix(bandit.reference()).retain();
            weights = matrix(bandit.reference()).requireGradient().retain();
        }
    }

    private static Tensor matrix(double[][] rows) {
        var values = new float[rows.length * rows[0].length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) rows[i / rows[0].length][i % rows[0].length];
        }
        return Tensors.of(values, rows.length, rows[0].length);
    }

    /** What is trained [arms, dims]. */
    Tensor weights() {
        return weights;
    }

    /** What both say of the pairs. */
    PairLogProbs of(BanditPairs pairs) {
        var contexts = Tensors.of(pairs.contexts(), pairs.count(), Bandit.DIMS);
        var policy = logProbs(contexts, weights);
        var frozen = logProbs(contexts, reference);
        var chosen = Tensors.of(pairs.chosen());
        var rejected = Tensors.of(pairs.rejected());
        return PairLogProbs.ofSingleTokens(
                policy.pick(chosen), policy.pick(rejected), frozen.pick(chosen), frozen.pick(rejected));
    }

    /**
     * Mean of a divergence over contexts; arms are as near as the reference's weights of them.
     *
     * @param some [contexts x dims]
     */
    Tensor divergence(float[] some, Divergence divergence) {
        var contexts = Tensors.of(some, some.length / Bandit.DIMS, Bandit.DIMS);
        return new BanditDivergence(divergence, new Vocabulary(reference))
                .mean(logits(contexts, weights), logits(contexts, reference));
    }

    private static Tensor logProbs(Tensor contexts, Tensor weights) {
        return logits(contexts, weights).logSoftmax(-1);
    }

    private static Tensor logits(Tensor contexts, Tensor weights) {
        return contexts.matmul(weights.transpose(0, 1));
    }

    @Override
    public void close() {
        weights.close();
        reference.close();
    }
}

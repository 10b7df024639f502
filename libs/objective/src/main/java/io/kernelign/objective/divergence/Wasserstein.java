package io.kernelign.objective.divergence;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Debiased Sinkhorn divergence of p and q on the union of their most likely tokens, renormalised (Table 2, F.5): what it
 * costs to carry the one to the other, where a token's way is the Euclidean distance of unit input embeddings.
 *
 * <p>The value is the dual objective and the gradient the difference of dual potentials; it never passes through the
 * iterations, and the set of tokens is a constant. Entropic transport is less than exact transport.
 *
 * @param k most likely tokens that are taken of each distribution
 * @param epsilon weight of the entropy, in units of the distance, which is at most 2
 * @param tolerance L1 error of the marginals at which the iteration ends
 */
public record Wasserstein(int k, double epsilon, double tolerance, int maxIterations) implements TransportDivergence {

    /** Log weight of the second place of a token that stands twice: e to it is 0. */
    private static final double NOTHING = -1e30;

    /** Places of the three transports, which are solved together. */
    private static final int PQ = 0;

    private static final int PP = 1;
    private static final int QQ = 2;

    private static final Field<Integer> K =
            Field.defaulted("k", Types.integer(1, 256), 32, "Most likely tokens that are taken of each distribution.");
    private static final Field<Double> EPSILON = Field.defaulted(
            "epsilon",
            Types.number(1e-3, 10),
            0.1,
            "Entropy's weight: the smaller, the nearer to exact transport and the slower.");
    private static final Field<Double> TOLERANCE = Field.defaulted(
            "tolerance", Types.number(1e-12, 0.1), 1e-3, "L1 error of the marginals at which the iteration ends.");
    private static final Field<Integer> MAX_ITERATIONS = Field.defaulted(
            "maxIterations", Types.integer(1, 100_000), 200, "Most iterations, whatever the error then is.");

    static final Declaration<Wasserstein> DECLARATION = new Declaration<>(
            "wasserstein",
            "What it costs to carry one distribution to the other: near tokens are cheaper than far ones.",
            "OT_\\epsilon(p, q) - \\tfrac12 OT_\\epsilon(p, p) - \\tfrac12 OT_\\epsilon(q, q), \\quad"
                    + " OT_\\epsilon = \\min_\\gamma \\langle \\gamma, C \\rangle"
                    + " + \\epsilon KL(\\gamma \\| p \\otimes q)",
            "Table 2, F.5",
            Wasserstein.class,
            ObjectType.of(
                    List.of(K, EPSILON, TOLERANCE, MAX_ITERATIONS),
                    values -> new Wasserstein(
                            values.get(K), values.get(EPSILON), values.get(TOLERANCE), values.get(MAX_ITERATIONS)),
                    Wasserstein::write));

    private static Map<String, Object> write(Wasserstein wasserstein) {
        var json = new LinkedHashMap<String, Object>();
        json.put(K.name(), wasserstein.k);
        json.put(EPSILON.name(), wasserstein.epsilon);
        json.put(TOLERANCE.name(), wasserstein.tolerance);
        json.put(MAX_ITERATIONS.name(), wasserstein.maxIterations);
        return json;
    }

    @Override
    public OnTokens at(Tensor logitsP, Tensor logitsQ, Vocabulary vocabulary) {
        var ofP = mostLikely(logitsP);
        var ofQ = mostLikely(logitsQ);
        var tokens = Tensors.concat(List.of(ofP, ofQ), 1);
        var twice = Tensors.concat(List.of(ofP.times(0), standsIn(ofQ, ofP)), 1).to(logitsP.dtype());
        var logA = restricted(logitsP, tokens, twice);
        var logB = restricted(logitsQ, tokens, twice);
        var cost = vocabulary.distances(tokens);

        var dual = new Sinkhorn(epsilon, tolerance, maxIterations)
                .solve(cost, Tensors.stack(List.of(logA, logA, logB), 1), Tensors.stack(List.of(logB, logA, logB), 1));
        var value = of(PQ, dual.value())
                .minus(of(PP, dual.value()).plus(of(QQ, dual.value())).times(0.5));
        var potential = of(PQ, dual.potential()).minus(of(PP, dual.potential()));
        return new OnTokens(value, tokens, slope(logA.exp(), potential));
    }

    private static Tensor of(int transport, Tensor solved) {
        return solved.slice(1, transport, transport + 1).squeeze(1);
    }

    private Tensor mostLikely(Tensor logits) {
        return logits.topK((int) Math.min(k, logits.size(1)));
    }

    /** INT64 [n, k], 1 where a token of a row is among the row's others, else 0. */
    private static Tensor standsIn(Tensor tokens, Tensor others) {
        var distances = tokens.unsqueeze(2).minus(others.unsqueeze(1)).abs().atMost(1);
        return distances.sum(-1).minus(others.size(1)).negated();
    }

    /** Log weights of the tokens among themselves, [n, 2k]. */
    private static Tensor restricted(Tensor logits, Tensor tokens, Tensor twice) {
        return logits.gather(1, tokens).plus(twice.times(NOTHING)).logSoftmax(-1);
    }

    /** The potential is the derivative by p; the weights are a softmax of the logits. */
    private static Tensor slope(Tensor p, Tensor potential) {
        return p.times(potential.minus(p.times(potential).sum(-1).unsqueeze(-1)));
    }
}

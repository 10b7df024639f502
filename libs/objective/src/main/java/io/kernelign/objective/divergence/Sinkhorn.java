package io.kernelign.objective.divergence;

import io.kernelign.torch.DType;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Entropic optimal transport between many small distributions at once, by Sinkhorn's iteration in log space (Cuturi, 2013;
 * Peyre and Cuturi, 2019, 4.4). A place has one cost and c pairs of distributions, which are solved together. Potentials
 * are kept divided by epsilon.
 *
 * @param epsilon weight of the plan's relative entropy to the product of the marginals, > 0, in units of the cost
 * @param tolerance L1 error of the marginals at which a pair of distributions is done; an error that is the rounding of the elements' type
 *     is the least that is waited for
 */
record Sinkhorn(double epsilon, double tolerance, int maxIterations) {

    /** The largest exponent whose exponential FLOAT32 multiplies without loss. */
    private static final double SAFE_EXPONENT = 40;

    private static final double LARGEST_COST = 2;

    /** Iterations from one look at the errors to the next: a look costs half an iteration, and has a GPU waited for. */
    private static final int LOOK_EVERY = 4;

    /**
     * @param value of the dual problems, [n, c]
     * @param potential of the first marginals, in units of the cost, [n, c, m]; up to a constant a row
     */
    record Dual(Tensor value, Tensor potential) {}

    /** Places that are not done: which [n], kernels [n, m, m], log weights and second potentials [n, c, m]. */
    private record Open(Tensor places, Tensor kernel, Tensor logA, Tensor logB, Tensor v) {

        Open select(Tensor which) {
            return new Open(
                    places.select(0, which),
                    kernel.select(0, which),
                    logA.select(0, which),
                    logB.select(0, which),
                    v.select(0, which));
        }
    }

    /** Places that are done: which [n], and both potentials [n, c, m]. */
    private record Done(Tensor places, Tensor u, Tensor v) {}

    /**
     * @param cost symmetric, in [0, 2], [n, m, m]
     * @param logA log weights of the first marginals, [n, c, m]; the weights of a row sum to 1
     * @param logB of the second ones
     */
    Dual solve(Tensor cost, Tensor logA, Tensor logB) {
        try (var scope = Scope.plain()) {
            var exponents = cost.times(-1 / epsilon);
            double reached = Math.max(tolerance, rounding(cost.dtype()));
            var start = new Open(
                    Tensors.of(LongStream.range(0, cost.size(0)).toArray()),
                    multiplies() ? exponents.exp() : exponents,
                    logA,
                    logB,
                    logB.times(0));
            var done = iterate(start, reached);
            var order = inverse(concat(done, Done::places).longs());
            var u = concat(done, Done::u).select(0, order);
            var v = concat(done, Done::v).select(0, order);
            // The last half-step made the plan's mass 1, so the dual objective's third term is 0.
            var value = logA.exp().times(u).plus(logB.exp().times(v)).sum(-1).times(epsilon);
            return new Dual(scope.keep(value), scope.keep(u.times(epsilon)));
        }
    }

    /** Iterates; as soon as half of the places are done, the others go on alone. */
    private List<Done> iterate(Open start, double reached) {
        var done = new ArrayList<Done>();
        var open = start;
        for (int iteration = 1; open.places.size(0) > 0; iteration++) {
            try (var step = Scope.plain()) {
                var u = half(open.kernel, open.v.plus(open.logB));
                var v = half(open.kernel, u.plus(open.logA));
                var next = new Open(open.places, open.kernel, open.logA, open.logB, v);
                boolean last = iteration == maxIterations;
                if (last || iteration % LOOK_EVERY == 0) {
                    var errors = errors(open, v);
                    var finished = indices(errors, error -> last || !(error >= reached));
                    if (finished.length * 2L >= errors.length) {
                        var which = Tensors.of(finished);
                        done.add(kept(
                                step, new Done(open.places.select(0, which), u.select(0, which), v.select(0, which))));
                        next = next.select(Tensors.of(indices(errors, error -> !last && error >= reached)));
                    }
                }
                open = kept(step, next);
            }
        }
        return done;
    }

    /**
     * The largest error of each place. Rows of the plan sum to their marginal; columns are off by the factor that the second
     * potential still changes by.
     */
    private static double[] errors(Open open, Tensor v) {
        var errors =
                open.logB.exp().times(open.v.minus(v).expm1().abs()).sum(-1).doubles();
        int pairs = (int) v.size(1);
        return IntStream.range(0, errors.length / pairs)
                .mapToDouble(place -> Arrays.stream(errors, place * pairs, (place + 1) * pairs)
                        .max()
                        .orElseThrow())
                .toArray();
    }

    /** -log sum_j exp(k_ij + w_j) of a symmetric kernel exp(k), or of k itself where the exponential would be lost. */
    private Tensor half(Tensor kernel, Tensor w) {
        if (!multiplies()) {
            return kernel.unsqueeze(1).plus(w.unsqueeze(2)).logSumExp(-1).negated();
        }
        var shares = w.softmax(-1).matmul(kernel);
        return shares.log().plus(w.logSumExp(-1).unsqueeze(-1)).negated();
    }

    /** Of potentials, which are as large as the largest cost: what they still change by when nothing changes any more. */
    private double rounding(DType type) {
        return 2 * type.spacing() * (1 + LARGEST_COST / epsilon);
    }

    private boolean multiplies() {
        return LARGEST_COST / epsilon <= SAFE_EXPONENT;
    }

    private static Open kept(Scope step, Open open) {
        return new Open(
                step.keep(open.places),
                step.keep(open.kernel),
                step.keep(open.logA),
                step.keep(open.logB),
                step.keep(open.v));
    }

    private static Done kept(Scope step, Done done) {
        return new Done(step.keep(done.places), step.keep(done.u), step.keep(done.v));
    }

    private static long[] indices(double[] errors, DoublePredicate wanted) {
        return IntStream.range(0, errors.length)
                .filter(i -> wanted.test(errors[i]))
                .mapToLong(i -> i)
                .toArray();
    }

    private static Tensor concat(List<Done> done, Function<Done, Tensor> part) {
        return Tensors.concat(done.stream().map(part).toList(), 0);
    }

    private static Tensor inverse(long[] places) {
        var order = new long[places.length];
        for (int i = 0; i < places.length; i++) {
            order[(int) places[i]] = i;
        }
        return Tensors.of(order);
    }
}

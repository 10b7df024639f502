package io.kernelign.objective.kernel;

import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;

/**
 * Functions that are 0/0 at 0 as written and smooth in truth. Near 0 their series is used; each branch sees only arguments
 * at which it is well behaved, because backward differentiates both.
 */
final class Removable {

    private static final double NEAR = 1e-2;

    private Removable() {}

    /** (1 - exp(-x)) / x for x >= 0. */
    static Tensor decay(Tensor x) {
        var near = x.lessThan(NEAR);
        var small = near.choose(x, constant(0, x));
        var large = near.choose(constant(1, x), x);
        var series = horner(small, 1, -1.0 / 2, 1.0 / 6, -1.0 / 24, 1.0 / 120, -1.0 / 720);
        return near.choose(series, large.negated().expm1().negated().over(large));
    }

    /** sin(x) / x. */
    static Tensor sinc(Tensor x) {
        var near = x.abs().lessThan(NEAR);
        var small = near.choose(x, constant(0, x));
        var large = near.choose(constant(1, x), x);
        var series = horner(small.square(), 1, -1.0 / 6, 1.0 / 120, -1.0 / 5040);
        return near.choose(series, large.sin().over(large));
    }

    /** A polynomial by its coefficients, lowest degree first. */
    static Tensor horner(Tensor x, double... coefficients) {
        var sum = constant(coefficients[coefficients.length - 1], x);
        for (int i = coefficients.length - 2; i >= 0; i--) {
            sum = sum.times(x).plus(coefficients[i]);
        }
        return sum;
    }

    private static Tensor constant(double value, Tensor like) {
        return Tensors.full(value, like.dtype(), like.shape());
    }
}

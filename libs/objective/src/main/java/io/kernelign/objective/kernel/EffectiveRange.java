package io.kernelign.objective.kernel;

import java.util.function.DoubleFunction;

/**
 * Effective range of a kernel (H.9): the distance r from indifference at which {@code kappa(r, 0) = 0.01 kappa(r, r)}, and
 * from which on the kernel sees no more than a hundredth of likeness.
 *
 * <p>That is H.9's definition with v = 0 and u = r. It gives H.9's sqrt(2 ln 100) sigma = 3.03 sigma for rbf and
 * Mahalanobis. Where H.9's own formulas do not say the same, the definition wins: for the polynomial it gives
 * sqrt(c (100^(1/d) - 1)), while H.9's (0.01 / kappa)^(1/d) is a similarity and no distance; for the spectral kernel, whose
 * range H.9 takes from a graph that margins do not have, the waves count as their damping alone. (Sec. 6.1's r = 2.15 sigma
 * for rbf is where a tenth is left.)
 */
final class EffectiveRange {

    private static final double FRACTION = 0.01;
    private static final double LEAST = 1e-9;
    private static final int HALVINGS = 50;

    private EffectiveRange() {}

    /** r, > 0, in units of the margin; of a likeness to indifference that only falls with the distance. */
    static double of(DoubleFunction<Likeness> likeness) {
        double within = 0;
        double beyond = LEAST;
        while (reaches(likeness.apply(beyond))) {
            within = beyond;
            beyond *= 2;
        }
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (within + beyond) / 2;
            if (reaches(likeness.apply(middle))) {
                within = middle;
            } else {
                beyond = middle;
            }
        }
        return within;
    }

    private static boolean reaches(Likeness likeness) {
        return likeness.toIndifference() > FRACTION * likeness.toItself();
    }
}

package io.kernelign.objective.kernel;

import io.kernelign.objective.declare.Alternatives;
import java.util.List;

/** Every kernel that can be named. */
public final class Kernels {

    public static final Alternatives<Kernel> ALL = new Alternatives<>(List.of(
            Plain.DECLARATION,
            Polynomial.DECLARATION,
            Rbf.DECLARATION,
            Spectral.DECLARATION,
            Mahalanobis.DECLARATION,
            Mixture.DECLARATION,
            Hmk.DECLARATION));

    private Kernels() {}
}

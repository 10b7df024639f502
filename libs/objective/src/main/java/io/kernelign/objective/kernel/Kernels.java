package io.kernelign.objective.kernel;

import io.kernelign.objective.declare.Alternatives;
import java.util.List;

/** Every kernel that can be named. */
public final class Kernels {

    private static final List<KernelForms<?>> FORMS = List.of(
            Plain.FORMS, Polynomial.FORMS, Rbf.FORMS, Spectral.FORMS, Mahalanobis.FORMS, Mixture.FORMS, Hmk.FORMS);

    /** As formulation rkhs_margin declares them. */
    public static final Alternatives<Kernel> ALL =
            new Alternatives<>(FORMS.stream().map(KernelForms::margin).toList());

    /** As formulation paper declares them. */
    public static final Alternatives<Kernel> PAPER =
            new Alternatives<>(FORMS.stream().map(KernelForms::paper).toList());

    private Kernels() {}
}

package io.kernelign.contracts;

import java.util.List;

/**
 * What the kernel of an objective makes of a margin before the first step; three lists of one length.
 *
 * @param margins beta h, or in formulation {@code paper} the log ratio z, rising; nats
 * @param psi the kernelised margin, or in formulation {@code paper} kappa(z)
 * @param slope its derivative by the margin: how hard a pair is pushed
 */
public record PsiCurve(List<Double> margins, List<Double> psi, List<Double> slope) {}

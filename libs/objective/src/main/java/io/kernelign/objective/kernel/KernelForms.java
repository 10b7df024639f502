package io.kernelign.objective.kernel;

import io.kernelign.objective.declare.Declaration;

/**
 * What a kernel says about itself in each formulation. The parameters differ where one of them reads more than the other.
 *
 * @param margin how it measures a margin: D(m)
 * @param paper its value at a log ratio: kappa(z)
 */
record KernelForms<K extends Kernel>(Declaration<K> margin, Declaration<K> paper) {}

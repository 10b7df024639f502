/**
 * The kernels of the preference margin, one a file. A kernel is a distance in a feature space; the margin that it makes of
 * m is psi(m) = m sqrt(D(m) / m^2), with D the squared distance of m from 0, scaled so that psi has slope 1 there.
 */
package io.kernelign.objective.kernel;

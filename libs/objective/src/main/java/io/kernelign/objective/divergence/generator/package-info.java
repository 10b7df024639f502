/** The generators of f-divergences (F.6), one a file. */
package io.kernelign.objective.divergence.generator;

/** Plots of the objective's parts for the documentation. */
package io.kernelign.benchmarks.objective.plots;

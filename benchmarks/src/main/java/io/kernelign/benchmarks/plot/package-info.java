/** Plots as SVG, of our own making: readable on light and on dark pages, and in grey by their dashes. */
package io.kernelign.benchmarks.plot;

/** Heavy-tailed spectra of a real model, and what fitting them costs. */
package io.kernelign.benchmarks.alpha;

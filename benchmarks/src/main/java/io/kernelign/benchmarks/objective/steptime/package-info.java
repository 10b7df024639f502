/** What a step costs with each kernel and divergence: part {@code steptime} of {@code ./kernelign bench objective}. */
package io.kernelign.benchmarks.objective.steptime;

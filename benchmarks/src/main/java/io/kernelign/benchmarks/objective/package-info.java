/** What the training objective does and what it costs: {@code ./kernelign bench objective}. */
package io.kernelign.benchmarks.objective;

/** How fast answers are written: one after the other, and several at once. */
package io.kernelign.benchmarks.generate;

/** How fast results are read while others are written, and that none is lost. */
package io.kernelign.benchmarks.metrics;

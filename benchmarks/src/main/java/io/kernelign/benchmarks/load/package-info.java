/** Requests at a steady rate, and how long their answers take. */
package io.kernelign.benchmarks.load;

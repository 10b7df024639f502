/** The same training in float32 and in bfloat16: does it come to the same? */
package io.kernelign.benchmarks.precision;

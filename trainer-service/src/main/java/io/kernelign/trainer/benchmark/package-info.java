/** Benchmarks' files that users upload: taken in, checked by the benchmark that reads them, told of, read and deleted. */
package io.kernelign.trainer.benchmark;

/** Reads benchmarks' files, record by record, each of which knows where it stands. */
package io.kernelign.evaluation.file;

/** What trainings are estimated to take of memory, beside what they take. */
package io.kernelign.benchmarks.memory;

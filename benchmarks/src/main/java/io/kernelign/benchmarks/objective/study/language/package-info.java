/** A generated language, a tiny Llama that speaks it, and a rule that says which of two of its sentences is better. */
package io.kernelign.benchmarks.objective.study.language;

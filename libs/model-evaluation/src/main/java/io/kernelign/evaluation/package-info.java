/**
 * Benchmarks of language models, each in a package of its own: its questions as its authors publish them, and what an answer
 * to one is worth, as pure functions of texts. Runs no model.
 */
package io.kernelign.evaluation;

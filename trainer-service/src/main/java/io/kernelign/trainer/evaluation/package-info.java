/**
 * Benchmarks of models: what was asked for and how far it has come, which questions are asked, how a model answers them, and
 * what its answers come to.
 */
package io.kernelign.trainer.evaluation;

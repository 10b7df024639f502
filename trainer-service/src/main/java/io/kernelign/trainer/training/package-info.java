/** The narrow door to the training library: what a worker gives it, what it hears from it, what it gets back. */
package io.kernelign.trainer.training;

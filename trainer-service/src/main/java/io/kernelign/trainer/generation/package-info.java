/** Trying out what a job has trained, next to its base model. */
package io.kernelign.trainer.generation;

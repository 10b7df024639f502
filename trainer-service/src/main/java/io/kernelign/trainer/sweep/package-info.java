/**
 * Sweeps: searches over fields of jobs. A trial is an ordinary job, or several; its state, its score and its error are read
 * from its jobs and kept nowhere else, so that what a crash leaves behind is always whole.
 */
package io.kernelign.trainer.sweep;

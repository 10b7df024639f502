/**
 * The preference training loop: packed pairs, reference, steps, evaluation, checkpoints and exact resume. Data
 * in, events out; no Spring, no HTTP, no SQL.
 */
package io.kernelign.training;

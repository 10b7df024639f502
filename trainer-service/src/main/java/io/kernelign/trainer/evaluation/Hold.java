package io.kernelign.trainer.evaluation;

/**
 * A worker's right to write to an evaluation, until a higher attempt is given out.
 *
 * @param evaluation its id
 */
public record Hold(String evaluation, int attempt) {}

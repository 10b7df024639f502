package io.kernelign.training;

import io.kernelign.objective.Objective;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One candidate's part of a rung.
 *
 * @param rung from 0
 * @param from its checkpoint at the end of the rung before; empty in the first
 * @param to where its checkpoint at the end of this one is written
 */
public record PilotTrial(Objective objective, int rung, Optional<Path> from, Path to) {}

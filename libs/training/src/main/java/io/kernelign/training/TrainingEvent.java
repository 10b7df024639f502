package io.kernelign.training;

import java.nio.file.Path;
import java.util.Map;

/** What a training tells while it runs. Metrics are finite or NaN; names are those of the results. */
public sealed interface TrainingEvent {

    /** Optimiser steps done when it happened. */
    long step();

    /**
     * One optimiser step.
     *
     * @param totalSteps how many there will be, which is fewer than the schedule has where the training ends early
     * @param metrics of the pairs of the step: loss and its terms, margin, accuracy, learning rate, gradient norm, ...
     */
    record Stepped(long step, long totalSteps, double epoch, Map<String, Double> metrics) implements TrainingEvent {}

    /** The policy was evaluated on the held-out pairs. */
    record Evaluated(long step, double epoch, Map<String, Double> metrics) implements TrainingEvent {}

    /** The spectra of the policy's weight matrices were fitted; metrics name the model's figures and each matrix's alpha. */
    record SpectraFitted(long step, Map<String, Double> metrics) implements TrainingEvent {}

    /** Something that a person should know and that stops nothing. */
    record Warned(long step, String sentence) implements TrainingEvent {}

    /** A checkpoint was written; a training that is given this file goes on from {@link #step} exactly. */
    record Checkpointed(long step, Path file) implements TrainingEvent {}
}

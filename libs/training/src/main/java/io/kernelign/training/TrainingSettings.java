package io.kernelign.training;

import io.kernelign.input.ObjectType;

/**
 * How a policy is trained; {@link TrainingFields} says what each part means and accepts.
 *
 * @param epochs passes over the data when {@code steps} does not bound the training
 * @param steps optimiser steps; 0 when {@code epochs} decides
 */
public record TrainingSettings(
        Method method,
        int epochs,
        int steps,
        double learningRate,
        Schedule schedule,
        double warmup,
        double clipNorm,
        int batchTokens,
        int accumulation,
        int maxLength,
        int maxPromptLength,
        int checkpointSteps,
        int seed,
        int maxSkippedSteps) {

    public static final ObjectType<TrainingSettings> TYPE = TrainingFields.TYPE;

    /** The same with another method. */
    public TrainingSettings by(Method other) {
        return new TrainingSettings(
                other,
                epochs,
                steps,
                learningRate,
                schedule,
                warmup,
                clipNorm,
                batchTokens,
                accumulation,
                maxLength,
                maxPromptLength,
                checkpointSteps,
                seed,
                maxSkippedSteps);
    }

    /** Optimiser steps in all, when one epoch has the given number. */
    public long totalSteps(long stepsPerEpoch) {
        return steps > 0 ? steps : epochs * stepsPerEpoch;
    }
}

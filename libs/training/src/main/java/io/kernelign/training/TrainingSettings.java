package io.kernelign.training;

import io.kernelign.input.ObjectType;
import io.kernelign.lm.lora.LoraSettings;

/**
 * How a policy is trained; {@link TrainingFields} says what each part means and accepts.
 *
 * @param epochs passes over the data when {@code steps} does not bound the training
 * @param steps optimiser steps; 0 when {@code epochs} decides
 */
public record TrainingSettings(
        LoraSettings lora,
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

    /** Optimiser steps in all, when one epoch has the given number. */
    public long totalSteps(long stepsPerEpoch) {
        return steps > 0 ? steps : epochs * stepsPerEpoch;
    }
}

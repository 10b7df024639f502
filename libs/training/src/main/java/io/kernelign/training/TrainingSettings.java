package io.kernelign.training;

import io.kernelign.input.ObjectType;
import io.kernelign.lm.decoder.Precision;

/**
 * How a policy is trained; {@link TrainingFields} says what each part means and accepts.
 *
 * @param epochs passes over the data when {@code steps} does not bound the training
 * @param steps optimiser steps; 0 when {@code epochs} decides
 * @param stopAtShare share of the steps after which it ends, in (0, 1]; the schedule remains that of all of them
 */
public record TrainingSettings(
        Method method,
        Dtype dtype,
        GradientCheckpointing gradientCheckpointing,
        int epochs,
        int steps,
        double stopAtShare,
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
        return with(other, gradientCheckpointing);
    }

    /** The same, with what was decided where {@code gradientCheckpointing} is auto. */
    public TrainingSettings recomputing(boolean layers) {
        return with(method, layers ? GradientCheckpointing.ON : GradientCheckpointing.OFF);
    }

    /** In what this machine multiplies by the model's weights; those that train are FLOAT32. */
    public Precision precision() {
        return method instanceof Method.Full ? Precision.FLOAT32 : dtype.precision();
    }

    private TrainingSettings with(Method otherMethod, GradientCheckpointing otherCheckpointing) {
        return new TrainingSettings(
                otherMethod,
                dtype,
                otherCheckpointing,
                epochs,
                steps,
                stopAtShare,
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

    /** Optimiser steps of the whole schedule, when one epoch has the given number. */
    public long totalSteps(long stepsPerEpoch) {
        return steps > 0 ? steps : epochs * stepsPerEpoch;
    }

    /** The step of a schedule of so many with which the training ends, at least 1. */
    public long lastStep(long totalSteps) {
        return Math.max(1, Math.round(stopAtShare * totalSteps));
    }
}

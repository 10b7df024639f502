package io.kernelign.contracts;

import java.util.List;

/**
 * What a tuned model answered.
 *
 * @param model name of the base model
 * @param source {@code adapter}, {@code model} or {@code checkpoint}
 * @param step optimiser steps after which it was kept
 * @param answers in the order of what was asked
 */
public record GenerationView(String job, String model, String source, long step, List<Pair> answers) {

    /** @param base the base model's answer to the same; {@code null} where it was not asked for */
    public record Pair(Answer tuned, Answer base) {}

    /**
     * One answer.
     *
     * @param tokens that were generated
     * @param ending {@code stop} when it was complete, {@code length} when it was cut off
     */
    public record Answer(String text, int tokens, String ending) {}
}

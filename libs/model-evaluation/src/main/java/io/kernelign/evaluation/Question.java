package io.kernelign.evaluation;

/** One question of a benchmark. */
public sealed interface Question permits WrittenQuestion, ChoiceQuestion {

    /** The same in every reading of the same files, and no other question's of the benchmark: {@code anatomy/3}. */
    String id();

    /** The part of the benchmark it belongs to, which is also told apart: a subject, a task, a class. */
    String group();

    Prompt prompt();
}

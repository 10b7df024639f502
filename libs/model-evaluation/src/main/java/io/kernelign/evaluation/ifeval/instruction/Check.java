package io.kernelign.evaluation.ifeval.instruction;

/** What an instruction asks, with its arguments. */
@FunctionalInterface
public interface Check {

    /** Whether it holds for a response as it is. */
    boolean holds(String response);
}

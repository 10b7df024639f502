package io.kernelign.evaluation;

/** Judges answers to one question. */
@FunctionalInterface
public interface Scorer {

    Verdict verdict(String answer);
}

package io.kernelign.evaluation.judge;

import io.kernelign.evaluation.Verdict;

/** Says of an answer whether it is of a certain kind. */
@FunctionalInterface
public interface Detector {

    /** Of value 1 when the answer is of the kind, else 0. */
    Verdict detect(String question, String answer);
}

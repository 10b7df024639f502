package io.kernelign.trainer.evaluation;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Ids of evaluations: {@code eval_} and 120 random bits in base 32. */
final class EvaluationIds {

    private static final SecureRandom RANDOM = new SecureRandom();

    private EvaluationIds() {}

    static String next() {
        return "eval_" + new BigInteger(120, RANDOM).toString(32);
    }
}

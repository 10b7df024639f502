package io.kernelign.trainer.job;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Ids of jobs: {@code job_} and 120 random bits in base 32. */
final class JobIds {

    private static final SecureRandom RANDOM = new SecureRandom();

    private JobIds() {}

    static String next() {
        return "job_" + new BigInteger(120, RANDOM).toString(32);
    }
}

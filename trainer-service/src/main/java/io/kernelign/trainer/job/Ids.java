package io.kernelign.trainer.job;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Ids that nobody guesses: what they are of, an underscore, and 120 random bits in base 32. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** @param kind what it is of, as in {@code job} */
    public static String next(String kind) {
        return kind + "_" + new BigInteger(120, RANDOM).toString(32);
    }
}

package io.kernelign.trainer.sweep;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Ids of sweeps: {@code sweep_} and 120 random bits in base 32. */
final class SweepIds {

    private static final SecureRandom RANDOM = new SecureRandom();

    private SweepIds() {}

    static String next() {
        return "sweep_" + new BigInteger(120, RANDOM).toString(32);
    }
}

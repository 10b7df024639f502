package io.kernelign.trainer.job;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;

/** Ids of jobs: {@code job_}, the millisecond, and 55 random bits, in base 32; later ids sort later. */
final class JobIds {

    private static final SecureRandom RANDOM = new SecureRandom();

    private JobIds() {}

    static String next(Instant now) {
        return "job_" + base32(now.toEpochMilli(), 10) + base32(RANDOM.nextLong() >>> 9, 11);
    }

    private static String base32(long value, int width) {
        var digits = Long.toString(value, 32).toLowerCase(Locale.ROOT);
        return "0".repeat(width - digits.length()) + digits;
    }
}

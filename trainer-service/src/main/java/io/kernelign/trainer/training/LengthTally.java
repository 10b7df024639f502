package io.kernelign.trainer.training;

import io.kernelign.contracts.TokenLengths;
import java.util.Arrays;

/** Collects the lengths of texts in tokens. */
final class LengthTally {

    private final int[] lengths;
    private int count;

    /** @param most how many there will be at most */
    LengthTally(int most) {
        lengths = new int[most];
    }

    void add(int length) {
        lengths[count++] = length;
    }

    /** At least one has been added. */
    TokenLengths total() {
        var sorted = Arrays.copyOf(lengths, count);
        Arrays.sort(sorted);
        return new TokenLengths(
                sorted[0],
                Arrays.stream(sorted).average().orElseThrow(),
                percentile(sorted, 50),
                percentile(sorted, 90),
                percentile(sorted, 99),
                sorted[count - 1]);
    }

    private static int percentile(int[] sorted, int percent) {
        return sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1];
    }
}

package io.kernelign.data.rows.parquet;

/**
 * Checks numbers written as differences (DELTA_BINARY_PACKED) before they are decoded, because the library makes room for
 * as many as their header says there are.
 */
final class Deltas {

    private static final int LARGEST_BLOCK = 1 << 16;
    private static final int WIDEST = 64;

    private Deltas() {}

    /** Passes over such numbers, at most {@code count}. */
    static void check(Cursor bytes, int count) {
        int block = bytes.number();
        int parts = bytes.number();
        int numbers = bytes.number();
        bytes.skipNumber();
        if (block == 0 || block > LARGEST_BLOCK || parts == 0 || block % parts != 0 || block / parts % 8 != 0) {
            throw bytes.damage("blocks of " + block + " differences in " + parts + " parts");
        }
        if (numbers > count) {
            throw bytes.damage(numbers + " differences for " + count + " values");
        }
        for (long left = numbers - 1; left > 0; left -= block) {
            bytes.skipNumber();
            var widths = bytes.read(parts);
            for (int i = 0; i < parts && (long) i * (block / parts) < left; i++) {
                if (widths[i] < 0 || widths[i] > WIDEST) {
                    throw bytes.damage("differences of " + widths[i] + " bits");
                }
                bytes.skip((long) widths[i] * (block / parts) / 8);
            }
        }
    }
}

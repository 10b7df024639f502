package io.kernelign.data.rows.parquet;

/**
 * Checks numbers written as runs (RLE / bit-packing hybrid) before they are decoded, because the library makes room for
 * as many as a run says it has.
 */
final class Runs {

    /** Writers fill up their last run; none to more than 63 groups of 8. */
    private static final int PADDING = 63 * 8;

    private final Cursor bytes;
    private final int width;

    /** @param width bits of a number, 0 to 32 */
    Runs(Cursor bytes, int width) {
        this.bytes = bytes;
        this.width = width;
    }

    /**
     * How many numbers the runs hold; no further run is looked at once these are {@code count}.
     *
     * @throws io.kernelign.data.defect.UnusableInputException a run is none, or much longer than that
     */
    long check(int count) {
        long numbers = 0;
        while (numbers < count && bytes.remaining() > 0) {
            int header = bytes.number();
            long run = (header & 1) == 0 ? header >>> 1 : 8L * (header >>> 1);
            if (run == 0 || (header & 1) == 1 && numbers + run > (long) count + PADDING) {
                throw bytes.damage("a run of " + run + " numbers where " + (count - numbers) + " are left");
            }
            numbers += run;
            long size = (header & 1) == 0 ? (width + 7) / 8 : width * run / 8;
            bytes.skip(Math.min(size, bytes.remaining()));
        }
        return numbers;
    }
}

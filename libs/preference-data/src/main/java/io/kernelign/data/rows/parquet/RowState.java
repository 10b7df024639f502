package io.kernelign.data.rows.parquet;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.rows.Limits;
import io.kernelign.data.rows.Quota;

/** What is known of the row that is being put together: what is wrong with it, and how large it would be as JSON. */
final class RowState {

    private static final int PER_VALUE = 4;
    private static final int CHECKED_EVERY = 1 << 20;

    private final Limits limits;
    private final Quota quota;
    private final long packedSize;
    private long total;
    private long unchecked;
    private long size;
    private BadRowException flaw;

    RowState(Limits limits, Quota quota, long packedSize) {
        this.limits = limits;
        this.quota = quota;
        this.packedSize = packedSize;
    }

    void begin() {
        size = 0;
        flaw = null;
    }

    /**
     * Counts a value of so many bytes; whether the row may still hold it.
     *
     * @throws io.kernelign.data.defect.UnusableInputException the file has become larger than the limits allow
     */
    boolean holds(long bytes) {
        long counted = bytes + PER_VALUE;
        size += counted;
        total += counted;
        unchecked += counted;
        if (unchecked >= CHECKED_EVERY) {
            check();
        }
        return isWithinLimit();
    }

    boolean isWithinLimit() {
        return size <= limits.lineBytes();
    }

    /** Notes the first thing that is wrong with the row. */
    void spoil(BadRowException reason) {
        flaw = flaw == null ? reason : flaw;
    }

    /** What is wrong with the row; {@code null} when nothing is. */
    BadRowException flaw() {
        return isWithinLimit()
                ? flaw
                : new BadRowException(
                        DefectKind.LINE_TOO_LONG,
                        "",
                        "a row of at most " + limits.lineBytes() + " bytes",
                        "a longer one");
    }

    /** How large the row would be. */
    int bytes() {
        return (int) Math.min(size, limits.lineBytes());
    }

    /** How large all rows so far would be. */
    long total() {
        return total;
    }

    void check() {
        quota.use(unchecked);
        unchecked = 0;
        limits.checkRatio(total, packedSize);
    }
}

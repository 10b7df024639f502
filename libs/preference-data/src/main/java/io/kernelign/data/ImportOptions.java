package io.kernelign.data;

import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.data.layout.Layouts;
import io.kernelign.data.rows.Limits;

/**
 * How a data set is imported.
 *
 * @param format name of the layout; {@code null} to recognise it
 * @param maxSkipShare largest share of bad rows that {@link OnError#SKIP} passes over, 0 to 1
 * @param heldOutShare share of the prompts that is held out, above 0 and below 1
 * @param splitSeed another seed holds out other prompts
 */
public record ImportOptions(
        String format, OnError onError, double maxSkipShare, double heldOutShare, long splitSeed, Limits limits) {

    public static final ImportOptions DEFAULT = new ImportOptions(null, OnError.REJECT, 0.01, 0.1, 0, Limits.DEFAULT);

    /** @throws UnusableInputException an option is out of range or names no layout */
    public ImportOptions {
        if (format != null) {
            Layouts.named(format);
        }
        if (!(maxSkipShare >= 0 && maxSkipShare <= 1)) {
            throw new UnusableInputException("maxSkipShare", Double.toString(maxSkipShare), "a number from 0 to 1");
        }
        if (!(heldOutShare > 0 && heldOutShare < 1)) {
            throw new UnusableInputException(
                    "heldOutShare", Double.toString(heldOutShare), "a number above 0 and below 1");
        }
    }

    public ImportOptions withFormat(String name) {
        return new ImportOptions(name, onError, maxSkipShare, heldOutShare, splitSeed, limits);
    }

    public ImportOptions skipping(double share) {
        return new ImportOptions(format, OnError.SKIP, share, heldOutShare, splitSeed, limits);
    }

    public ImportOptions withSplit(double share, long seed) {
        return new ImportOptions(format, onError, maxSkipShare, share, seed, limits);
    }

    public ImportOptions withLimits(Limits others) {
        return new ImportOptions(format, onError, maxSkipShare, heldOutShare, splitSeed, others);
    }
}

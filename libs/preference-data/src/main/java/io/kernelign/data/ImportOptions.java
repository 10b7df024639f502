package io.kernelign.data;

import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.data.layout.LayoutOptions;
import io.kernelign.data.rows.Limits;
import io.kernelign.data.split.SplitOptions;

/**
 * How a data set is imported.
 *
 * @param maxSkipShare largest share of bad rows that {@link OnError#SKIP} passes over, 0 to 1
 */
public record ImportOptions(
        LayoutOptions layout, OnError onError, double maxSkipShare, SplitOptions split, Limits limits) {

    public static final ImportOptions DEFAULT =
            new ImportOptions(LayoutOptions.NONE, OnError.REJECT, 0.01, SplitOptions.DEFAULT, Limits.DEFAULT);

    /** @throws UnusableInputException an option is out of range */
    public ImportOptions {
        if (!(maxSkipShare >= 0 && maxSkipShare <= 1)) {
            throw new UnusableInputException("maxSkipShare", Double.toString(maxSkipShare), "a number from 0 to 1");
        }
    }

    public ImportOptions withLayout(LayoutOptions others) {
        return new ImportOptions(others, onError, maxSkipShare, split, limits);
    }

    public ImportOptions withFormat(String name) {
        return withLayout(LayoutOptions.ofFormat(name));
    }

    public ImportOptions skipping(double share) {
        return new ImportOptions(layout, OnError.SKIP, share, split, limits);
    }

    /** A split by prompt, whatever the data set says. */
    public ImportOptions withSplit(double heldOutShare, long seed) {
        return new ImportOptions(layout, onError, maxSkipShare, SplitOptions.byPrompt(heldOutShare, seed), limits);
    }

    public ImportOptions withLimits(Limits others) {
        return new ImportOptions(layout, onError, maxSkipShare, split, others);
    }
}

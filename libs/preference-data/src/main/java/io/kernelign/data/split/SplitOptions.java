package io.kernelign.data.split;

import io.kernelign.data.defect.UnusableInputException;

/**
 * How pairs are split into training and held out.
 *
 * @param ownColumn whether a column {@code split} of the data set itself decides, if every row has it
 * @param heldOutShare share of the prompts that is held out otherwise, above 0 and below 1
 * @param seed another seed holds out other prompts
 */
public record SplitOptions(boolean ownColumn, double heldOutShare, long seed) {

    public static final SplitOptions DEFAULT = new SplitOptions(true, 0.1, 0);

    /** @throws UnusableInputException the share is out of range */
    public SplitOptions {
        if (!(heldOutShare > 0 && heldOutShare < 1)) {
            throw new UnusableInputException(
                    "heldOutShare", Double.toString(heldOutShare), "a number above 0 and below 1");
        }
    }

    /** A split by prompt, whatever the data set says. */
    public static SplitOptions byPrompt(double heldOutShare, long seed) {
        return new SplitOptions(false, heldOutShare, seed);
    }
}

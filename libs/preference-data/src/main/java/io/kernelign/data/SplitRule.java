package io.kernelign.data;

import io.kernelign.data.pair.ContentHash;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Split;

/**
 * Gives pairs their sides in two steps: what {@link #assign} says while they come in is final unless the rule then
 * {@link #isUnsettled}, in which case {@link #settled} has the last word.
 *
 * <p>A pair that names its side gets it, as long as every pair does. Otherwise all are split by prompt: a prompt hashes to
 * a number from 0 to 1 and is held out below the share. The two outermost prompts are remembered, because a small data set
 * may leave a side empty; one of them then moves.
 */
final class SplitRule {

    private final SplitOptions options;
    private long pairs;
    private long pairsWithSide;
    private double lowest = 1;
    private double highest = 0;

    SplitRule(SplitOptions options) {
        this.options = options;
    }

    /** @param pair with the side that it names, or none */
    PreferencePair assign(PreferencePair pair) {
        pairs++;
        double position = position(pair);
        lowest = Math.min(lowest, position);
        highest = Math.max(highest, position);
        if (pair.split() != null) {
            pairsWithSide++;
            return pair;
        }
        return pair.withSplit(side(position));
    }

    /** Whether a side that was assigned may have to change: known once all pairs have come. */
    boolean isUnsettled() {
        return isMixed() || (pairsWithSide == 0 && leavesASideEmpty());
    }

    /** The final side of a pair assigned before. */
    PreferencePair settled(PreferencePair pair) {
        double position = position(pair);
        if (highest < options.heldOutShare() && position == highest) {
            return pair.withSplit(Split.TRAIN);
        }
        if (lowest >= options.heldOutShare() && position == lowest && lowest < highest) {
            return pair.withSplit(Split.HELD_OUT);
        }
        return pair.withSplit(side(position));
    }

    private boolean isMixed() {
        return pairsWithSide > 0 && pairsWithSide < pairs;
    }

    /** Whether a side is empty that need not be: with two prompts or more neither is, with one prompt all is training. */
    private boolean leavesASideEmpty() {
        return highest < options.heldOutShare() || (lowest >= options.heldOutShare() && lowest < highest);
    }

    private Split side(double position) {
        return position < options.heldOutShare() ? Split.HELD_OUT : Split.TRAIN;
    }

    private double position(PreferencePair pair) {
        return (ContentHash.promptBits(options.seed(), pair.prompt()) >>> 11) * 0x1.0p-53;
    }

    /** What decided, as a phrase. */
    @Override
    public String toString() {
        if (pairsWithSide > 0 && !isMixed()) {
            return "the data set's own split";
        }
        var byPrompt = "the hash of the prompt with seed " + options.seed() + ", a share of " + options.heldOutShare()
                + " held out";
        return isMixed()
                ? byPrompt + ", because only " + pairsWithSide + " of " + pairs + " pairs have a split of their own"
                : byPrompt;
    }
}

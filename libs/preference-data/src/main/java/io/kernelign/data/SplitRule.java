package io.kernelign.data;

import io.kernelign.data.pair.ContentHash;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Split;

/**
 * Assigns sides by prompt hash: a prompt hashes to a number from 0 to 1 and is held out below the share. It remembers
 * the two outermost prompts, because a small file may leave a side empty; {@link #settled} then moves one of them.
 */
final class SplitRule {

    private final double share;
    private final long seed;
    private double lowest = 1;
    private double highest = 0;

    SplitRule(double share, long seed) {
        this.share = share;
        this.seed = seed;
    }

    PreferencePair assign(PreferencePair pair) {
        double position = position(pair);
        lowest = Math.min(lowest, position);
        highest = Math.max(highest, position);
        return pair.withSplit(position < share ? Split.HELD_OUT : Split.TRAIN);
    }

    /** Whether a side is empty that need not be: with two prompts or more neither is, with one prompt all is training. */
    boolean leavesASideEmpty() {
        return highest < share || (lowest >= share && lowest < highest);
    }

    /** The final side of a pair assigned before, valid once all pairs have been assigned. */
    PreferencePair settled(PreferencePair pair) {
        double position = position(pair);
        if (highest < share && position == highest) {
            return pair.withSplit(Split.TRAIN);
        }
        if (lowest >= share && position == lowest && lowest < highest) {
            return pair.withSplit(Split.HELD_OUT);
        }
        return pair;
    }

    private double position(PreferencePair pair) {
        return (ContentHash.promptBits(seed, pair.prompt()) >>> 11) * 0x1.0p-53;
    }
}

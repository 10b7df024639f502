package io.kernelign.data.split;

import io.kernelign.data.index.PromptGroups;
import io.kernelign.data.pair.Split;

/**
 * On which side each pair stands, told once all pairs are known.
 *
 * <p>A pair that names its side gets it, as long as every pair does. Otherwise all are split by prompt: a prompt hashes to
 * a number from 0 to 1 and is held out below the share; prompts that are nearly the same stand together, at the place of
 * one of them. A small data set may leave a side empty: then the outermost prompt moves there.
 */
public final class SplitRule {

    private final SplitOptions options;
    private final PromptGroups groups;
    private long pairs;
    private long pairsWithSide;
    private double lowest = 1;
    private double highest = 0;

    public SplitRule(SplitOptions options, PromptGroups groups) {
        this.options = options;
        this.groups = groups;
    }

    /** Counts a pair whose prompt is among the groups. @param own the side that it names, or {@code null} */
    public void add(Split own) {
        pairs++;
        pairsWithSide += own == null ? 0 : 1;
    }

    /** To be called between the last pair and the first side. */
    public void settle() {
        for (int prompt = 0; prompt < groups.prompts(); prompt++) {
            double position = position(prompt);
            lowest = Math.min(lowest, position);
            highest = Math.max(highest, position);
        }
    }

    /**
     * The side of a pair that was added before.
     *
     * @param prompt index of its prompt among the groups
     * @param own the side that it names, or {@code null}
     */
    public Split side(int prompt, Split own) {
        return bySplitColumn() ? own : side(position(prompt));
    }

    private Split side(double position) {
        if (highest < options.heldOutShare() && position == highest) {
            return Split.TRAIN;
        }
        if (lowest >= options.heldOutShare() && position == lowest && lowest < highest) {
            return Split.HELD_OUT;
        }
        return position < options.heldOutShare() ? Split.HELD_OUT : Split.TRAIN;
    }

    private double position(int prompt) {
        return PromptPosition.of(groups.representative(prompt), options.seed());
    }

    private boolean bySplitColumn() {
        return pairsWithSide > 0 && pairsWithSide == pairs;
    }

    /** What decided, as a phrase. */
    @Override
    public String toString() {
        if (bySplitColumn()) {
            return "the data set's own split";
        }
        var byPrompt = "the hash of the prompt with seed " + options.seed() + ", a share of " + options.heldOutShare()
                + " held out, prompts that are nearly the same together";
        return pairsWithSide > 0
                ? byPrompt + ", because only " + pairsWithSide + " of " + pairs + " pairs have a split of their own"
                : byPrompt;
    }
}

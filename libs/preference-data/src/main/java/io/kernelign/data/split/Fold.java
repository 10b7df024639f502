package io.kernelign.data.split;

/**
 * One of several parts of a data set that are equally likely for each prompt; all pairs of a prompt are in one of them, and
 * {@link PromptFolds} says which of them keep each other company.
 *
 * @param of how many parts, at least 2
 * @param index which of them, from 0
 * @param seed of the division
 */
public record Fold(int of, int index, long seed) {

    public Fold {
        if (of < 2 || index < 0 || index >= of) {
            throw new IllegalArgumentException("fold " + index + " of " + of);
        }
    }

    /** @param prompt 64 uniformly distributed bits of a prompt, {@link io.kernelign.data.pair.ContentHash#prompt} */
    public boolean holds(long prompt) {
        return (int) (PromptPosition.of(prompt, seed) * of) == index;
    }

    /** Of so many pairs, about how many are not in it. */
    public long others(long pairs) {
        return Math.round((double) pairs * (of - 1) / of);
    }

    @Override
    public String toString() {
        return "fold " + index + " of " + of + " (seed " + seed + ")";
    }
}

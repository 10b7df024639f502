package io.kernelign.torch;

/**
 * How causal attention weighs what it sees: softmax over {@code scale} times query times key.
 *
 * @param window positions that are seen, one's own included; 0 for the whole past
 * @param softCap c of scores c tanh(s / c), which keeps them between -c and c; 0 for scores as they are
 */
public record AttentionRule(double scale, int window, double softCap) {

    /** The whole past, scaled by one over the root of a head's width. */
    public static AttentionRule plain(int headWidth) {
        return new AttentionRule(1 / Math.sqrt(headWidth), 0, 0);
    }
}

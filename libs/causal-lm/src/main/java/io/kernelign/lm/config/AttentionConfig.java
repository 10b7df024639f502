package io.kernelign.lm.config;

/**
 * Attention, the same in every layer but for its window.
 *
 * @param heads query heads
 * @param keyValueHeads key and value heads; divides {@code heads}
 * @param headDim width of one head, even
 * @param scale of the product of query and key
 * @param softCap c of scores c tanh(s / c); 0 for none
 */
public record AttentionConfig(
        int heads, int keyValueHeads, int headDim, double scale, double softCap, QueryKeyNorm queryKeyNorm) {

    /** Width of all query heads together. */
    public int queryWidth() {
        return heads * headDim;
    }

    /** Width of all key heads together, and of all value heads. */
    public int keyValueWidth() {
        return keyValueHeads * headDim;
    }
}

package io.kernelign.torch;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** The operations of transformers and of their training that are one scripted call each. */
public final class Primitives {

    private Primitives() {}

    /** Root-mean-square norm over the last dimension, times a weight [d], in the weight's type. */
    public static Tensor rmsNorm(Tensor x, Tensor weight, double eps) {
        return Script.call("rms_norm", x, weight, eps);
    }

    /** The values in bfloat16, as a weight for {@link #linear}, {@link #loraLinear} or {@link Tensor#to}; nothing else takes it. */
    public static Tensor bfloat16(Tensor x) {
        return Script.call("bfloat16", x);
    }

    /** x [n, in] times the transpose of a weight [out, in], computed and answered in the weight's type. */
    public static Tensor linear(Tensor x, Tensor weight) {
        return Script.call("linear", x, weight);
    }

    /** {@link #linear} plus {@code scale} times x A' B', with A [rank, in] and B [out, rank], in the weight's type. */
    public static Tensor loraLinear(Tensor x, Tensor weight, Tensor a, Tensor b, double scale) {
        return Script.call("lora_linear", x, weight, a, b, scale);
    }

    /** silu(gate) times up. */
    public static Tensor swiglu(Tensor gate, Tensor up) {
        return Script.call("swiglu", gate, up);
    }

    /** gelu(gate) times up; {@code tanh} takes the usual approximation of gelu by a hyperbolic tangent. */
    public static Tensor geglu(Tensor gate, Tensor up, boolean tanh) {
        return Script.call("geglu", gate, up, tanh);
    }

    /**
     * {@link #loraLinear} of several maps of the same input; their adapters' inner products are one.
     *
     * @param weights [out_i, in] each
     * @param a [r, in] each
     * @param b [out_i, r] each
     * @return [n, out_i] each
     */
    public static List<Tensor> loraFan(Tensor x, List<Tensor> weights, List<Tensor> a, List<Tensor> b, double scale) {
        return Script.callForList("lora_fan", x, weights, a, b, scale);
    }

    /** x in another tensor's element type. */
    public static Tensor inTypeOf(Tensor like, Tensor x) {
        return Script.call("in_type_of", x, like);
    }

    /**
     * Rotary position embedding in the half-split layout of Hugging Face.
     *
     * @param x [n, heads, d]
     * @param cos [n, 1, d]
     * @param sin [n, 1, d]
     */
    public static Tensor rotate(Tensor x, Tensor cos, Tensor sin) {
        return Script.call("rotate", x, cos, sin);
    }

    /**
     * Causal attention over rows that stand one behind the other without padding, each {@code [prompt | first | second]}:
     * first sees the prompt and itself, second sees the prompt and itself, and neither sees the other. The rule's window
     * counts positions within a row: second follows the prompt as first does.
     *
     * @param q [n, heads, d]
     * @param k [n, key-value heads, d]
     * @param v as k; its type is that of the computation
     * @param rows three lengths a row, prompt, first, second; they add up to n; a plain sequence is (length, 0, 0)
     * @return [n, heads * d]
     */
    public static Tensor packedAttention(Tensor q, Tensor k, Tensor v, long[] rows, AttentionRule rule) {
        require(
                rows.length % 3 == 0 && LongStream.of(rows).sum() == q.size(0),
                "rows %s do not divide %d positions into prompts, firsts and seconds",
                Arrays.toString(rows),
                q.size(0));
        return Script.call("packed_attention", q, k, v, rows, rule.scale(), (long) rule.window(), rule.softCap());
    }

    /**
     * Causal attention of fresh positions of several sequences, one behind the other, over what each sequence has read
     * before. First writes the fresh keys and values into the sequences' buffers; not recorded.
     *
     * @param q [n, heads, d]
     * @param k [n, key-value heads, d]
     * @param v as k
     * @param keys one buffer [key-value heads, capacity, d] a sequence
     * @param values as keys
     * @param known positions that each buffer holds
     * @param fresh positions that each sequence has among the n, at least 1; they add up to n
     * @return [n, heads * d]
     */
    public static Tensor cachedAttention(
            Tensor q,
            Tensor k,
            Tensor v,
            List<Tensor> keys,
            List<Tensor> values,
            long[] known,
            long[] fresh,
            AttentionRule rule) {
        require(
                LongStream.of(fresh).allMatch(n -> n > 0)
                        && LongStream.of(fresh).sum() == q.size(0),
                "fresh positions %s do not add up to the %d there are",
                Arrays.toString(fresh),
                q.size(0));
        for (int i = 0; i < fresh.length; i++) {
            long capacity = keys.get(i).size(1);
            require(
                    known[i] + fresh[i] <= capacity,
                    "%d positions and %d more do not fit a buffer of %d",
                    known[i],
                    fresh[i],
                    capacity);
        }
        return Script.call(
                "cached_attention",
                q,
                k,
                v,
                keys,
                values,
                known,
                fresh,
                rule.scale(),
                (long) rule.window(),
                rule.softCap());
    }

    /**
     * log p(token) of each position from its hidden state, a chunk of rows at a time: the logits of a chunk are the only
     * [rows, vocabulary] tensor that ever exists. Not differentiable by itself; with {@code slopes} it also answers the
     * gradient of each value with respect to its hidden state, W[y] - softmax W (a soft cap scales each row of W by its own
     * slope), which is all that backward needs.
     *
     * @param hidden [n, d]
     * @param head [vocabulary, d]
     * @param tokens INT64 [n]
     * @param softCap c of logits c tanh(z / c); 0 for logits as they are
     * @return values [n], and slopes [n, d] if asked for
     */
    public static List<Tensor> tokenLogProbs(
            Tensor hidden, Tensor head, Tensor tokens, int chunk, boolean slopes, double softCap) {
        require(chunk > 0, "a chunk of %d rows makes no progress", chunk);
        return Script.callForList(
                "token_log_probs", hidden.detached(), head.detached(), tokens, (long) chunk, slopes, softCap);
    }

    /**
     * A value [n] whose gradient with respect to {@code hidden} [n, d] is known: same number, and backward multiplies.
     *
     * @param slopes [n, d], the derivative of each value by its row
     */
    public static Tensor withSlopes(Tensor value, Tensor slopes, Tensor hidden) {
        return value.plus(hidden.minus(hidden.detached()).times(slopes).sum(-1));
    }

    /** Drops elements at random and scales the rest up; uses libtorch's generator (see {@link Torch#seed}). */
    public static Tensor dropout(Tensor x, double rate) {
        return Script.call("dropout", x, rate);
    }

    /** Singular values of a matrix, largest first. */
    public static Tensor singularValues(Tensor matrix) {
        return Script.call("svdvals", matrix);
    }

    /**
     * Eigenvalues of W'W of a matrix W, min(rows, columns) of them, smallest first, FLOAT64. They are read from the lower
     * triangle of the product, and no more of it is made than a few rows at a time have left of the diagonal. Where none is
     * below 1e-4 of the largest they are found in float32, whose rounding, some 1e-7 of the largest, is a thousandth of each;
     * else in float64, as at once those of a square matrix, some of which are next to nothing.
     */
    public static Tensor squaredSingularValues(Tensor matrix) {
        return Script.call("squared_singular_values", matrix);
    }

    /** Eigenvalues [n], smallest first, and eigenvectors in the columns of [n, n], of a symmetric matrix. */
    public static List<Tensor> eigh(Tensor matrix) {
        return Script.callForList("eigh", matrix);
    }

    /** Scales gradients in place so that their joint norm is at most {@code limit}; answers the norm before. */
    public static double clipByNorm(List<Tensor> gradients, double limit) {
        return Script.call("clip_by_norm", gradients, limit).item();
    }

    private static void require(boolean condition, String message, Object... values) {
        if (!condition) {
            throw new IllegalArgumentException(message.formatted(values));
        }
    }
}

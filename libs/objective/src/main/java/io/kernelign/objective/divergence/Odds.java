package io.kernelign.objective.divergence;

import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;

/** Policy's and reference's probabilities of the same tokens, in every form that formulas need; each computed once. */
public final class Odds {

    /** Log ratios are followed this far: e^30 leaves room for squares and sums in FLOAT32. */
    private static final double MOST = 30;

    private final Tensor logP;
    private final Tensor logQ;
    private final Tensor p;
    private Tensor q;
    private Tensor d;

    private Odds(Tensor logP, Tensor logQ, Tensor p) {
        this.logP = logP;
        this.logQ = logQ;
        this.p = p;
    }

    /** Of every token of the vocabulary: log-softmax rows [n, vocabulary]. */
    public static Odds full(Tensor logP, Tensor logQ) {
        return new Odds(logP, logQ, logP.exp());
    }

    /**
     * Of the observed tokens [n], relative to p: 1 in the place of p, q / p in the place of q. What is homogeneous in
     * (p, q) and summed over the vocabulary is then its own importance-weighted estimate.
     */
    static Odds observed(Tensor logP, Tensor logQ) {
        var odds = new Odds(logP, logQ, Tensors.full(1, logP.dtype(), logP.shape()));
        odds.q = exp(odds.d().negated());
        return odds;
    }

    public Tensor logP() {
        return logP;
    }

    public Tensor logQ() {
        return logQ;
    }

    public Tensor p() {
        return p;
    }

    public Tensor q() {
        if (q == null) {
            q = logQ.exp();
        }
        return q;
    }

    /** log(p / q). */
    public Tensor d() {
        if (d == null) {
            d = logP.minus(logQ);
        }
        return d;
    }

    /** e^x, and e^30 beyond. */
    public static Tensor exp(Tensor x) {
        return x.atMost(MOST).exp();
    }

    /** e^x - 1, and e^30 - 1 beyond. */
    public static Tensor expm1(Tensor x) {
        return x.atMost(MOST).expm1();
    }
}

package io.kernelign.objective.divergence.generator;

import io.kernelign.objective.divergence.Odds;
import io.kernelign.objective.divergence.Sloped;

/**
 * The convex function f of an f-divergence, sum_v q_v f(p_v / q_v), as the term q f(p / q) of one token.
 *
 * <p>f is taken less its tangent at 1, c (t - 1), whose terms sum to 0: so every single term is at least 0, and what
 * rounding leaves of the normalisers of p and q cancels to first order.
 */
public interface Generator {

    /** q f(p / q) and its derivative by log p, p f'(p / q), element by element. */
    Sloped at(Odds odds);

    /**
     * q f(p / q) / p at observed tokens and its derivative by log p: a term is homogeneous of degree 1 in (p, q), so with
     * 1 and q / p in their places it is the quotient, and the quotient's derivative is the difference of both.
     */
    default Sloped observed(Odds odds) {
        var term = at(odds);
        return new Sloped(term.value(), term.slope().minus(term.value()));
    }
}

package io.kernelign.training;

import io.kernelign.torch.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A held-out pair as policy and reference see it; log-probabilities are sums over the response, nats.
 *
 * @param policy of chosen, of rejected
 * @param reference of chosen, of rejected
 * @param lengths tokens of chosen, of rejected
 */
record ScoredPair(EncodedPair pair, Both policy, Both reference, Both lengths) {

    /** One number for each response of a pair. */
    record Both(double chosen, double rejected) {

        double margin() {
            return chosen - rejected;
        }
    }

    /** Pairs of a batch from tensors [rows, 2]. */
    static List<ScoredPair> of(List<EncodedPair> batch, Tensor policy, Tensor reference, Tensor lengths) {
        var policies = policy.doubles();
        var references = reference.doubles();
        var counts = lengths.doubles();
        var scored = new ArrayList<ScoredPair>();
        for (int i = 0; i < batch.size(); i++) {
            scored.add(new ScoredPair(batch.get(i), both(policies, i), both(references, i), both(counts, i)));
        }
        return scored;
    }

    private static Both both(double[] columns, int row) {
        return new Both(columns[2 * row], columns[2 * row + 1]);
    }

    /** Implicit rewards beta (log pi - log pi_ref). */
    Both rewards(double beta) {
        return new Both(beta * (policy.chosen - reference.chosen), beta * (policy.rejected - reference.rejected));
    }

    /** Mean log-probability per token by the policy alone. */
    Both ranking() {
        return new Both(policy.chosen / lengths.chosen, policy.rejected / lengths.rejected);
    }
}

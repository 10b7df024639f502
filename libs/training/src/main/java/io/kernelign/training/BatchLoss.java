package io.kernelign.training;

import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.objective.Objective;
import io.kernelign.objective.ObjectiveLoss;
import io.kernelign.objective.PairBatch;
import io.kernelign.objective.PairLogProbs;
import io.kernelign.objective.kernel.ObjectiveState;
import io.kernelign.torch.Tensor;
import java.util.Optional;

/** The objective's loss of one forward pass, differentiable by the policy's leaves and the objective's weights. */
record BatchLoss(ObjectiveLoss objective, ResponseTerms terms) {

    /**
     * @param predictors the policy's hidden states that predict the response tokens, [response tokens, d]
     * @param semantic what the objective's signal says of the pairs; empty without one
     */
    static BatchLoss of(
            Objective objective,
            ObjectiveState state,
            Heads heads,
            Tensor predictors,
            PackedRows rows,
            Reference.Said reference,
            Optional<Tensor> semantic,
            double progress) {
        var terms = ResponseTerms.of(objective.regulariser(), heads, predictors, rows.targets(), reference);
        var pairs = pairs(rows, rows.sumByResponse(terms.logProbs()), reference.logProbs());
        var divergence = terms.divergence().map(perToken -> meanOverResponses(rows, perToken));
        var loss = objective.evaluate(new PairBatch(pairs, divergence, semantic, progress), state);
        return new BatchLoss(loss, terms);
    }

    /** Adds the gradients of the loss times a number to those of all leaves. */
    void backward(double factor) {
        objective.total().times(factor).backward();
        terms.head().ifPresent(HeadGradient::accumulate);
    }

    /** Sums [rows, 2] of policy and reference as what the objective reads. */
    static PairLogProbs pairs(PackedRows rows, Tensor policy, Tensor reference) {
        var lengths = rows.responseLengths();
        return new PairLogProbs(
                column(policy, 0),
                column(policy, 1),
                column(reference, 0),
                column(reference, 1),
                column(lengths, 0),
                column(lengths, 1));
    }

    /** Mean over each response's tokens, then over responses. */
    static Tensor meanOverResponses(PackedRows rows, Tensor perToken) {
        return rows.sumByResponse(perToken).over(rows.responseLengths()).mean();
    }

    private static Tensor column(Tensor sums, int column) {
        return sums.slice(1, column, column + 1L).squeeze(1);
    }
}

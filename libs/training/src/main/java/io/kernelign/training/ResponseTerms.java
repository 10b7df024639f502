package io.kernelign.training;

import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.TokenLogProbs;
import io.kernelign.objective.divergence.Estimator;
import io.kernelign.objective.divergence.Regulariser;
import io.kernelign.torch.Tensor;
import java.util.Optional;

/**
 * What the objective reads of each response token, differentiable by the policy's hidden states.
 *
 * @param logProbs the policy's log-probability of the token, nats [response tokens]
 * @param divergence the value of the regulariser that is trained on, [response tokens]; present exactly when there is one
 */
record ResponseTerms(Tensor logProbs, Optional<Tensor> divergence) {

    /**
     * @param predictors the policy's hidden states that predict the tokens, [response tokens, d]
     * @param targets the tokens, INT64 [response tokens]
     */
    static ResponseTerms of(
            Regulariser regulariser, Decoder model, Tensor predictors, Tensor targets, Reference.Said reference) {
        if (regulariser.readsVocabulary()) {
            return new HeadPass(model, predictors, reference.predictors().orElseThrow())
                    .differentiable(targets, regulariser.divergence());
        }
        var logProbs = TokenLogProbs.differentiable(predictors, model.head(), targets);
        return new ResponseTerms(
                logProbs,
                regulariser.estimator() == Estimator.SAMPLED
                        ? Optional.of(regulariser.divergence().sampled(logProbs, reference.perToken()))
                        : Optional.empty());
    }
}

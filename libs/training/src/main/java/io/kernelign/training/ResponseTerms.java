package io.kernelign.training;

import io.kernelign.lm.decoder.TokenLogProbs;
import io.kernelign.objective.divergence.Estimator;
import io.kernelign.objective.divergence.Regulariser;
import io.kernelign.torch.Tensor;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the objective reads of each response token, differentiable by the policy's hidden states.
 *
 * @param logProbs the policy's log-probability of the token, nats [response tokens]
 * @param divergence the value of the regulariser that is trained on, [response tokens]; present exactly when there is one
 * @param head gradient of the policy's head; empty where it is frozen
 */
record ResponseTerms(Tensor logProbs, Optional<Tensor> divergence, Optional<HeadGradient> head) {

    /**
     * @param predictors the policy's hidden states that predict the tokens, [response tokens, d]
     * @param targets the tokens, INT64 [response tokens]
     */
    static ResponseTerms of(
            Regulariser regulariser, Heads heads, Tensor predictors, Tensor targets, Reference.Said reference) {
        if (regulariser.readsVocabulary()) {
            var pass = new HeadPass(heads, predictors, reference.predictors().orElseThrow());
            return pass.differentiable(targets, regulariser.divergence())
                    .watched(heads, predictors, rows -> pass.slopes(rows, targets, regulariser.divergence()));
        }
        var logProbs = TokenLogProbs.differentiable(predictors, heads.policy(), targets);
        var terms = new ResponseTerms(logProbs, Optional.empty(), Optional.empty())
                .watched(
                        heads,
                        predictors,
                        rows -> LogitSlopes.ofTokens(
                                heads.policy(), rows.of(predictors).detached(), rows.of(targets)));
        return regulariser.estimator() == Estimator.SAMPLED ? terms.sampled(regulariser, reference) : terms;
    }

    private ResponseTerms watched(Heads heads, Tensor predictors, Function<HeadRows.Range, LogitSlopes> slopes) {
        if (!heads.trained()) {
            return this;
        }
        var gradient = new HeadGradient(heads.policy(), predictors, slopes);
        return new ResponseTerms(
                gradient.watchLogProbs(logProbs), divergence.map(gradient::watchDivergence), Optional.of(gradient));
    }

    private ResponseTerms sampled(Regulariser regulariser, Reference.Said reference) {
        return new ResponseTerms(
                logProbs, Optional.of(regulariser.divergence().sampled(logProbs, reference.perToken())), head);
    }
}

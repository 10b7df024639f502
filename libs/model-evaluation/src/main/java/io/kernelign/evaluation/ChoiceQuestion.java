package io.kernelign.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * A question that is answered by the likeliest of given continuations.
 *
 * @param choices each continues the prompt as it is, leading space included; at least two
 * @param right index of the right one
 */
public record ChoiceQuestion(String id, String group, Prompt prompt, List<String> choices, int right)
        implements Question {

    /**
     * The first of equally likely choices counts. Nothing can be said where a likelihood is not a number.
     *
     * @param logLikelihoods of the choices in their order, each the sum over its tokens
     */
    public Result answered(double[] logLikelihoods) {
        if (logLikelihoods.length != choices.size()) {
            throw new IllegalArgumentException(
                    id + " has " + choices.size() + " choices, not " + logLikelihoods.length);
        }
        return new Result(id, group, verdict(logLikelihoods), 0);
    }

    private Verdict verdict(double[] logLikelihoods) {
        if (Arrays.stream(logLikelihoods).anyMatch(Double::isNaN)) {
            return Verdict.cannotSay(Arrays.toString(logLikelihoods));
        }
        int likeliest = 0;
        for (int choice = 1; choice < logLikelihoods.length; choice++) {
            likeliest = logLikelihoods[choice] > logLikelihoods[likeliest] ? choice : likeliest;
        }
        return Verdict.of(likeliest == right, choices.get(likeliest).strip());
    }
}

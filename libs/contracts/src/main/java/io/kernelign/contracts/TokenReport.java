package io.kernelign.contracts;

/**
 * How long the pairs of a data set are in a model's tokens, and what the length limits of a job would do to them.
 *
 * @param pairs of the data set
 * @param measuredPairs those that were tokenized: all, or as many as stand at equal distances
 * @param prompts before anything is cut
 * @param chosen responses with the end of their turn, before anything is cut
 * @param rejected likewise
 * @param cutPrompts share of the prompts, 0 to 1, that would lose their beginning
 * @param cutResponses share of the responses, 0 to 1, that would lose their end
 * @param emptyResponses measured responses without a token, which a job refuses
 */
public record TokenReport(
        String model,
        int maxLength,
        int maxPromptLength,
        long pairs,
        long measuredPairs,
        TokenLengths prompts,
        TokenLengths chosen,
        TokenLengths rejected,
        double cutPrompts,
        double cutResponses,
        long emptyResponses) {}

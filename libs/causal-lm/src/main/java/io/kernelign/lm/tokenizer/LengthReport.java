package io.kernelign.lm.tokenizer;

/**
 * What limits did to the pairs of a data set.
 *
 * @param pairs pairs counted
 * @param cutPrompts prompts that lost tokens
 * @param cutResponses answers that lost tokens, chosen and rejected counted apart
 * @param emptyResponses answers without a single token: nothing can be learnt from their pair
 */
public record LengthReport(long pairs, long cutPrompts, long cutResponses, long emptyResponses) {

    public static final LengthReport EMPTY = new LengthReport(0, 0, 0, 0);

    /** This report with one more pair, before and after the limits. */
    public LengthReport plus(TokenPair before, TokenPair after) {
        return new LengthReport(
                pairs + 1,
                cutPrompts + shorter(before.prompt(), after.prompt()),
                cutResponses + shorter(before.chosen(), after.chosen()) + shorter(before.rejected(), after.rejected()),
                emptyResponses + empty(after.chosen()) + empty(after.rejected()));
    }

    private static int shorter(int[] before, int[] after) {
        return after.length < before.length ? 1 : 0;
    }

    private static int empty(int[] tokens) {
        return tokens.length == 0 ? 1 : 0;
    }
}

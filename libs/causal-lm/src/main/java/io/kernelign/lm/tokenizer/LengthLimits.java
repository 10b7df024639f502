package io.kernelign.lm.tokenizer;

import java.util.Arrays;

/**
 * How long a pair may be: a prompt loses its first tokens, then an answer its last.
 *
 * @param maxLength most tokens of prompt and one answer together
 * @param maxPromptLength most tokens of the prompt, from 1 to below {@code maxLength}, so that an answer has room
 */
public record LengthLimits(int maxLength, int maxPromptLength) {

    public LengthLimits {
        if (maxPromptLength < 1 || maxPromptLength >= maxLength) {
            throw new IllegalArgumentException("maxPromptLength is %d; accepted is 1 to below maxLength, %d"
                    .formatted(maxPromptLength, maxLength));
        }
    }

    /** The pair within the limits. */
    public TokenPair cut(TokenPair pair) {
        var prompt = pair.prompt();
        var kept = Arrays.copyOfRange(prompt, prompt.length - ofPrompt(prompt.length), prompt.length);
        return new TokenPair(kept, first(kept, pair.chosen()), first(kept, pair.rejected()));
    }

    private int[] first(int[] prompt, int[] response) {
        return Arrays.copyOf(response, ofResponse(prompt.length, response.length));
    }

    /** Tokens that are left of a prompt of so many. */
    public int ofPrompt(int tokens) {
        return Math.min(tokens, maxPromptLength);
    }

    /** Tokens that are left of a response of so many behind what is left of its prompt. */
    public int ofResponse(int prompt, int tokens) {
        return Math.min(tokens, maxLength - prompt);
    }
}

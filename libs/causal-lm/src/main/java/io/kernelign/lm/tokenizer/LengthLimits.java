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
        var kept = prompt.length <= maxPromptLength
                ? prompt
                : Arrays.copyOfRange(prompt, prompt.length - maxPromptLength, prompt.length);
        int room = maxLength - kept.length;
        return new TokenPair(kept, first(pair.chosen(), room), first(pair.rejected(), room));
    }

    private static int[] first(int[] tokens, int most) {
        return tokens.length <= most ? tokens : Arrays.copyOf(tokens, most);
    }
}

package io.kernelign.evaluation.bbh;

import java.util.regex.Pattern;

/**
 * What a chain of thought comes to: what stands between the first "the answer is" and the next full stop of the same line,
 * else all of it.
 */
final class FinalAnswer {

    private static final Pattern STATED = Pattern.compile("the answer is (.*?)\\.", Pattern.UNIX_LINES);

    private FinalAnswer() {}

    static String of(String text) {
        var stated = STATED.matcher(text);
        return (stated.find() ? stated.group(1) : text).strip();
    }
}

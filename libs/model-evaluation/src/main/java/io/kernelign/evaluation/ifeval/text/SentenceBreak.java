package io.kernelign.evaluation.ifeval.text;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether a sentence ends between a word and what follows it: the two passes of Punkt over their tokens. */
final class SentenceBreak {

    private static final String RUN = "(?:-{2,}|\\.{2,}|(?:\\.%s){2,}\\.)".formatted(PythonRegex.SPACE);
    private static final String NO_PART_OF_WORDS = "[?!)\";}\\]*:@'({\\[]";
    private static final String WORDS_END =
            "(?=%1$s|$|%2$s|%3$s|,(?=$|%1$s|%2$s|%3$s))".formatted(PythonRegex.SPACE, NO_PART_OF_WORDS, RUN);
    private static final Pattern TOKEN = Pattern.compile(
            "%1$s|(?=[^(\"`{\\[:;&#*@)}\\]\\-,])%2$s+?%3$s|%2$s".formatted(RUN, PythonRegex.NO_SPACE, WORDS_END));
    private static final Pattern NUMBER = Pattern.compile("-?[.,]?\\p{Nd}[\\p{Nd},.\\-]*\\.");
    private static final Pattern INITIAL = Pattern.compile("\\p{L}\\.");
    private static final Pattern INNER_PUNCTUATION = Pattern.compile("[;:,.!?]");

    private SentenceBreak() {}

    /** Whether a token of the text ends a sentence and another comes after it. */
    static boolean isIn(String text) {
        var tokens = Stream.of(text.split("\n"))
                .flatMap(line -> TOKEN.matcher(line).results())
                .map(MatchResult::group)
                .toList();
        return IntStream.range(0, tokens.size() - 1).anyMatch(i -> ends(tokens.get(i), tokens.get(i + 1)));
    }

    private static boolean ends(String token, String next) {
        if (token.equals("?") || token.equals("!") || token.equals(".")) {
            return true;
        }
        if (!token.endsWith(".")) {
            return false;
        }
        if (token.endsWith("..")) {
            return token.startsWith("..") && EnglishUsage.starts(next);
        }
        boolean initial = INITIAL.matcher(token).matches();
        if (EnglishUsage.isAbbreviation(token)) {
            return !initial && EnglishUsage.starts(next);
        }
        if (NUMBER.matcher(token).matches()) {
            return !goesOn(next) && !EnglishUsage.followsNumber(next);
        }
        return !initial || !goesOn(next) && !EnglishUsage.isName(token, next);
    }

    /** Whether a token shows that the sentence is not over. */
    private static boolean goesOn(String next) {
        return Character.isLowerCase(next.codePointAt(0))
                || INNER_PUNCTUATION.matcher(next).matches();
    }
}

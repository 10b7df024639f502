package io.kernelign.evaluation.ifeval.text;

import java.util.regex.Pattern;

/** Regular expressions that mean what they mean to Python's {@code re}: parts to write them of, and how they are compiled. */
public final class PythonRegex {

    /** {@code \s} */
    public static final String SPACE = "[\\t-\\r\\x1c-\\x20\\x85\\p{Z}]";

    /** {@code \S} */
    public static final String NO_SPACE = "[^\\t-\\r\\x1c-\\x20\\x85\\p{Z}]";

    /** {@code \d} */
    public static final String DIGIT = "\\p{Nd}";

    /** {@code \w}: no marks, so that a vowel sign of Devanagari ends a word. */
    public static final String WORD = "[\\p{L}\\p{N}_]";

    /** {@code \b} */
    public static final String BOUNDARY = "(?:(?<=%1$s)(?!%1$s)|(?<!%1$s)(?=%1$s))".formatted(WORD);

    private PythonRegex() {}

    /** Lines end at line feeds alone; {@code ^} and {@code $} match at every line. */
    public static Pattern lines(String regex) {
        return Pattern.compile(regex, Pattern.UNIX_LINES | Pattern.MULTILINE);
    }

    /** Letters match in either case. */
    public static Pattern ignoringCase(String regex) {
        return Pattern.compile(regex, Pattern.UNIX_LINES | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** How often it matches, one match beginning where that before it ends. */
    public static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }
}

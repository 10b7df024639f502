package io.kernelign.evaluation.ifeval.text;

import java.util.Locale;
import java.util.function.IntPredicate;

/** What Python's {@code str} does otherwise than Java's. */
public final class PythonString {

    private PythonString() {}

    /** Without white space at its ends. */
    public static String strip(String text) {
        return strip(text, PythonString::isSpace);
    }

    /** Without a character at its ends. */
    public static String strip(String text, char stripped) {
        return strip(text, c -> c == stripped);
    }

    private static String strip(String text, IntPredicate stripped) {
        int start = 0;
        int end = text.length();
        while (start < end && stripped.test(text.charAt(start))) {
            start++;
        }
        while (end > start && stripped.test(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Whether there is nothing but white space. */
    public static boolean isBlank(String text) {
        return text.chars().allMatch(PythonString::isSpace);
    }

    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Whether letters of case are there, and all are upper ones. */
    public static boolean isUpper(String text) {
        return text.codePoints().anyMatch(Character::isUpperCase)
                && text.codePoints().noneMatch(c -> Character.isLowerCase(c) || Character.isTitleCase(c));
    }

    /** Whether letters of case are there, and all are lower ones. */
    public static boolean isLower(String text) {
        return text.codePoints().anyMatch(Character::isLowerCase)
                && text.codePoints().noneMatch(c -> Character.isUpperCase(c) || Character.isTitleCase(c));
    }

    /** White space of all scripts, separators of ASCII's lines, files and groups among it. */
    static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == 0x85;
    }
}

package io.kernelign.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text as Python sees it: a sequence of code points, with Python's idea of white space. */
final class PythonText {

    private static final String LINE_ENDS = "\n\r\u000b\f\u001c\u001d\u001e\u0085\u2028\u2029";
    /** Each character taken apart is an object of its own. */
    private static final int LONGEST_APART = 1 << 20;

    private PythonText() {}

    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    static boolean isBlank(String text) {
        return text.codePoints().allMatch(PythonText::isSpace);
    }

    /** @param characters what to strip; {@code null} for white space */
    static String strip(String text, String characters, boolean left, boolean right) {
        int begin = 0;
        int end = text.length();
        while (left && begin < end && stripped(text.codePointAt(begin), characters)) {
            begin += Character.charCount(text.codePointAt(begin));
        }
        while (right && begin < end && stripped(text.codePointBefore(end), characters)) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(begin, end);
    }

    private static boolean stripped(int c, String characters) {
        return characters == null ? isSpace(c) : characters.indexOf(c) >= 0;
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    static String character(String text, int index) {
        return Character.toString(text.codePointAt(text.offsetByCodePoints(0, index)));
    }

    static List<Object> characters(String text) {
        if (text.length() > LONGEST_APART) {
            throw new Fault("a text of " + text.length() + " characters is too long to be taken apart");
        }
        var characters = new ArrayList<>();
        text.codePoints().forEach(c -> characters.add(Character.toString(c)));
        return characters;
    }

    /** As {@code splitlines}: without the ends of lines, and without a last line that is empty. */
    static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        int begin = 0;
        for (int at = 0; at < text.length(); at++) {
            if (LINE_ENDS.indexOf(text.charAt(at)) >= 0) {
                lines.add(text.substring(begin, at));
                at += text.startsWith("\r\n", at) ? 1 : 0;
                begin = at + 1;
            }
        }
        if (begin < text.length()) {
            lines.add(text.substring(begin));
        }
        return lines;
    }

    /** @param most number of cuts; negative for all */
    static List<Object> split(String text, long most) {
        var parts = new ArrayList<>();
        var rest = strip(text, null, true, false);
        while (!rest.isEmpty()) {
            int end = 0;
            while (end < rest.length() && !isSpace(rest.charAt(end))) {
                end++;
            }
            if (most >= 0 && parts.size() >= most) {
                parts.add(rest);
                return parts;
            }
            parts.add(rest.substring(0, end));
            rest = strip(rest.substring(end), null, true, false);
        }
        return parts;
    }

    /** @param most number of cuts; negative for all */
    static List<Object> split(String text, String separator, long most) {
        if (separator.isEmpty()) {
            throw new Fault("split by an empty text");
        }
        var parts = new ArrayList<>();
        int begin = 0;
        int end = text.indexOf(separator);
        while (end >= 0 && (most < 0 || parts.size() < most)) {
            parts.add(text.substring(begin, end));
            begin = end + separator.length();
            end = text.indexOf(separator, begin);
        }
        parts.add(text.substring(begin));
        return parts;
    }

    /** @param most number of replacements; negative for all */
    static String replace(String text, String old, String replacement, long most) {
        if (most < 0) {
            return text.replace(old, replacement);
        }
        if (old.isEmpty()) {
            throw new Fault("replace of an empty text with a count");
        }
        return String.join(replacement, split(text, old, most).toArray(String[]::new));
    }

    static String capitalize(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.offsetByCodePoints(0, 1);
        return upper(text.substring(0, first)) + lower(text.substring(first));
    }

    /** The first letter of every run of letters in upper case, the others in lower case. */
    static String title(String text) {
        var titled = new StringBuilder();
        int before = ' ';
        for (int c : text.codePoints().toArray()) {
            titled.appendCodePoint(Character.isLetter(before) ? Character.toLowerCase(c) : Character.toTitleCase(c));
            before = c;
        }
        return titled.toString();
    }

    /** Whether it has a letter and none of them is of the other case. */
    static boolean isLower(String text) {
        return text.codePoints().anyMatch(Character::isLowerCase)
                && text.codePoints().noneMatch(c -> Character.isUpperCase(c) || Character.isTitleCase(c));
    }

    /** Whether it has a letter and none of them is of the other case. */
    static boolean isUpper(String text) {
        return text.codePoints().anyMatch(Character::isUpperCase)
                && text.codePoints().noneMatch(c -> Character.isLowerCase(c) || Character.isTitleCase(c));
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

package io.kernelign.data.defect;

/** Values as they are shown in defects and errors: cut, and without what cannot be written or stored everywhere. */
public final class Excerpt {

    private static final int LONGEST = 80;

    private Excerpt() {}

    /** A text in quotation marks, at most 80 characters in all. */
    public static String quoted(String text) {
        return '"' + cut(text, LONGEST - 2) + '"';
    }

    /** At most the first 80 characters. */
    public static String of(String text) {
        return cut(text, LONGEST);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return writable(text);
        }
        int end = longest - 1;
        return writable(text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)) + "…";
    }

    /** NUL, which PostgreSQL stores in no text, and halves of surrogate pairs, which UTF-8 cannot say, are replaced. */
    private static String writable(String text) {
        return text.codePoints()
                .map(c ->
                        c == 0 ? '\u2400' : Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

package io.kernelign.data.defect;

/** Values as they are shown in defects and errors. */
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
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}

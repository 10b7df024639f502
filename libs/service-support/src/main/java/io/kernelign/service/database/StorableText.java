package io.kernelign.service.database;

/**
 * Text as PostgreSQL can keep it, which has no character zero, though a model may write one: in its place stands U+FFFD, which
 * says that something was there.
 */
public final class StorableText {

    private static final char ZERO = 0;
    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    public static String of(String text) {
        return text.replace(ZERO, REPLACEMENT);
    }
}

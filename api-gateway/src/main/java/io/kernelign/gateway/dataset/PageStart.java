package io.kernelign.gateway.dataset;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;

/** Cursors that say where in something unchanging a page begins. */
final class PageStart {

    private PageStart() {}

    /**
     * @param cursor what a caller sent; {@code null} for the first page
     * @throws InvalidInputException it is no whole number from 0
     */
    static long read(String cursor) {
        if (cursor == null) {
            return 0;
        }
        if (!cursor.matches("[0-9]{1,18}")) {
            throw refused(cursor);
        }
        return Long.parseLong(cursor);
    }

    static InvalidInputException refused(String cursor) {
        return new InvalidInputException(
                FieldError.unacceptable("cursor", cursor, "the next of an earlier page, unchanged"));
    }
}

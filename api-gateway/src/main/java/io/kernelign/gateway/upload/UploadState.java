package io.kernelign.gateway.upload;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * The life of an upload.
 *
 * <pre>
 *   receiving ---> importing ---> completed, refused, failed
 *        \\-------> received (a part, which waits to be joined)
 *   fetching ----> importing, failed
 * </pre>
 */
enum UploadState {
    RECEIVING,
    RECEIVED,
    /** Its files come from a source. */
    FETCHING,
    IMPORTING,
    /** There is a data set. */
    COMPLETED,
    /** The data is not good enough. */
    REFUSED,
    /** It is our fault, or that of the source. */
    FAILED;

    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static UploadState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}

package io.kernelign.service.blob;

import java.io.IOException;

/** The store is elsewhere and does not answer, or not with sense: the same may well work later. */
public final class BlobStoreAwayException extends IOException {

    BlobStoreAwayException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

package io.kernelign.service.blob;

import java.io.IOException;

/** What lies under a key is not what was put there. */
public final class DamagedBlobException extends IOException {

    DamagedBlobException(String key, String found, Object stored) {
        super("the blob " + key + " is damaged: it has " + found + " and was stored with " + stored);
    }
}

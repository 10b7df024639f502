package io.kernelign.gateway.upload;

import java.io.IOException;

/** A body ended before it was whole: the client stopped, or the connection broke. */
final class BrokenBodyException extends IOException {

    BrokenBodyException(long bytes, IOException cause) {
        super("The body broke off after " + bytes + " bytes.", cause);
    }
}

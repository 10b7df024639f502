package io.kernelign.fetch;

import java.io.IOException;

/** A server is not where it may be; trying again would not help. */
final class ForbiddenAddressException extends IOException {

    ForbiddenAddressException(String host) {
        super(host + " is at no public address; accepted are public addresses, and hosts that are trusted");
    }
}

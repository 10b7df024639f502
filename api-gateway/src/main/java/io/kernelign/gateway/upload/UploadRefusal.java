package io.kernelign.gateway.upload;

import org.springframework.http.HttpStatusCode;

/** A request to an upload cannot be done; its message is the sentence for the caller. */
final class UploadRefusal extends RuntimeException {

    /** Of tus: the body is not what {@code Upload-Checksum} says. */
    static final HttpStatusCode CHECKSUM_MISMATCH = HttpStatusCode.valueOf(460);

    private final HttpStatusCode status;

    UploadRefusal(HttpStatusCode status, String sentence) {
        super(sentence);
        this.status = status;
    }

    HttpStatusCode status() {
        return status;
    }
}

package io.kernelign.gateway.upload;

import org.springframework.http.HttpStatus;

/** What is said of a body that is too large. */
final class TooLarge {

    private TooLarge() {}

    static UploadRefusal upload(long limit) {
        return new UploadRefusal(
                HttpStatus.CONTENT_TOO_LARGE, "The upload is larger than the limit of " + limit + " bytes.");
    }

    static UploadRefusal piece(Upload upload) {
        return new UploadRefusal(
                HttpStatus.CONTENT_TOO_LARGE,
                "The body goes beyond the upload's length of " + upload.length() + " bytes.");
    }
}

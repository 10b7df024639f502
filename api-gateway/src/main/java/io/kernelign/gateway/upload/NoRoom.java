package io.kernelign.gateway.upload;

import org.springframework.http.HttpStatus;

/** What is said of an upload that the disk cannot take. */
final class NoRoom {

    private NoRoom() {}

    static UploadRefusal of(long bytes) {
        return new UploadRefusal(
                HttpStatus.INSUFFICIENT_STORAGE,
                "No room is left for an upload of " + bytes + " bytes; try again later.");
    }
}

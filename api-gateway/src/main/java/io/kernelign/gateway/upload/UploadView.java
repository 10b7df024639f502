package io.kernelign.gateway.upload;

import java.time.Instant;
import java.util.Map;

/**
 * How far an upload has come.
 *
 * @param source where its files are fetched from; {@code null} for one that brings its bytes
 * @param bytesReceived how many bytes are safe here; go on from there
 * @param bytesTotal {@code null} as long as nobody knows
 * @param rowsValidated how many rows the import has read so far
 * @param datasetId the data set that was made; {@code null} before and without one
 * @param problem why there is none, as the problem details of an upload at once tell it, or why the import has to wait
 * @param expiresAt when it is removed unless it goes on
 */
record UploadView(
        String id,
        UploadState state,
        String fileName,
        String source,
        long bytesReceived,
        Long bytesTotal,
        long rowsValidated,
        String datasetId,
        Map<String, Object> problem,
        Instant createdAt,
        Instant expiresAt) {

    static UploadView of(Upload upload) {
        return new UploadView(
                upload.id(),
                upload.state(),
                upload.fileName(),
                upload.shownSource(),
                upload.received(),
                upload.length() < 0 ? null : upload.length(),
                upload.rows(),
                upload.dataset(),
                upload.problem(),
                upload.createdAt(),
                upload.expiresAt());
    }
}

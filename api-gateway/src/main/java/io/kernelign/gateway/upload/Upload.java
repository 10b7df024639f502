package io.kernelign.gateway.upload;

import java.time.Instant;
import java.util.Map;

/**
 * An upload that can be resumed.
 *
 * @param fileName what the client calls the file; {@code null} when it does not say
 * @param options what it says beside the file, as texts
 * @param metadata header {@code Upload-Metadata} as it was sent; {@code null} without one
 * @param concat header {@code Upload-Concat} as it was sent; {@code null} for an upload that stands alone
 * @param joinAs what its parts are to each other; {@code null} unless it has parts
 * @param length of all its bytes
 * @param received how many of them are on the disk
 * @param rows how many rows the import has read
 * @param dataset id of the data set that was made; {@code null} before
 * @param problem problem details of why there is none, or none yet; {@code null} without one
 */
record Upload(
        String id,
        String tenant,
        UploadState state,
        String fileName,
        Map<String, String> options,
        String metadata,
        String concat,
        JoinAs joinAs,
        long length,
        long received,
        long rows,
        String dataset,
        Map<String, Object> problem,
        Instant createdAt,
        Instant expiresAt) {

    boolean isPart() {
        return Concatenation.PARTIAL.equals(concat);
    }

    boolean isJoined() {
        return joinAs != null;
    }

    String location() {
        return "/api/v1/uploads/" + id;
    }

    /** The name that its file goes by. */
    String shownName() {
        return fileName == null ? "unnamed" : fileName;
    }
}

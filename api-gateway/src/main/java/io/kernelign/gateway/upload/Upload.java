package io.kernelign.gateway.upload;

import io.kernelign.gateway.source.OfferedFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An upload that can be resumed.
 *
 * @param fileName what the client calls the file; {@code null} when it does not say
 * @param options what it says beside the file, as texts
 * @param metadata header {@code Upload-Metadata} as it was sent; {@code null} without one
 * @param concat header {@code Upload-Concat} as it was sent; {@code null} for an upload that stands alone
 * @param joinAs what its parts are to each other; {@code null} unless it has parts
 * @param source where its files are fetched from; {@code null} for one that brings its bytes. Once they are here, only what
 *     people may know of it
 * @param sourceFiles which files those are; {@code null} before it is known
 * @param length of all its bytes; -1 as long as nobody knows
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
        String source,
        List<OfferedFile> sourceFiles,
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

    boolean isFetched() {
        return source != null;
    }

    /** Its source without the query of a URL, in which a secret may stand; {@code null} without one. */
    String shownSource() {
        return source == null ? null : source.replaceFirst("[?].*", "");
    }

    String location() {
        return "/api/v1/uploads/" + id;
    }

    /** The name that its file goes by. */
    String shownName() {
        return fileName == null ? "unnamed" : fileName;
    }
}

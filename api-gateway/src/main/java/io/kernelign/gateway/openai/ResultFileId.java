package io.kernelign.gateway.openai;

import java.util.Optional;

/** Names something that a job has made as one segment of a path, which the names of artifacts are not. */
record ResultFileId(String job, String artifact) {

    private static final String PREFIX = "job_";
    private static final char SEPARATOR = ':';

    static ResultFileId of(String job, String artifact) {
        return new ResultFileId(job, artifact);
    }

    /** @return empty for the id of a data set */
    static Optional<ResultFileId> read(String id) {
        int at = id.indexOf(SEPARATOR);
        return id.startsWith(PREFIX) && at > 0
                ? Optional.of(new ResultFileId(
                        id.substring(0, at), id.substring(at + 1).replace(SEPARATOR, '/')))
                : Optional.empty();
    }

    String text() {
        return job + SEPARATOR + artifact.replace('/', SEPARATOR);
    }
}

package io.kernelign.gateway.openai;

import io.kernelign.contracts.ArtifactView;
import io.kernelign.contracts.JobView;
import io.kernelign.gateway.dataset.DatasetView;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A file: a data set, or something that a job has made.
 *
 * @param object {@code file}, always
 * @param bytes of its content
 * @param createdAt seconds since 1970
 * @param purpose {@code fine-tune} of a data set, {@code fine-tune-results} of what a job made
 * @param status {@code processed}, always: a file is checked before it has an id
 */
@JsonNaming(SnakeCaseStrategy.class)
record FileObject(String id, String object, long bytes, long createdAt, String filename, String purpose, String status)
        implements OpenAiObject {

    static final String FINE_TUNE = "fine-tune";
    static final String RESULTS = "fine-tune-results";

    static FileObject of(DatasetView dataset, long bytes) {
        return of(dataset.id(), bytes, dataset.createdAt().getEpochSecond(), dataset.name(), FINE_TUNE);
    }

    static FileObject of(JobView job, ArtifactView artifact) {
        var made = job.finishedAt() == null ? job.createdAt() : job.finishedAt();
        var id = ResultFileId.of(job.id(), artifact.name()).text();
        return of(id, artifact.bytes(), made.getEpochSecond(), artifact.name(), RESULTS);
    }

    private static FileObject of(String id, long bytes, long createdAt, String filename, String purpose) {
        return new FileObject(id, "file", bytes, createdAt, filename, purpose, "processed");
    }
}

package io.kernelign.gateway.openai;

import io.kernelign.contracts.ArtifactView;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.gateway.job.JobArtifacts;
import io.kernelign.service.blob.BlobStore;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** What jobs have made, as files. */
@Component
class ResultFiles {

    private final TrainerApi trainer;
    private final JobArtifacts artifacts;
    private final BlobStore blobs;

    ResultFiles(TrainerApi trainer, JobArtifacts artifacts, BlobStore blobs) {
        this.trainer = trainer;
        this.artifacts = artifacts;
        this.blobs = blobs;
    }

    FileObject file(String tenant, ResultFileId id) {
        return FileObject.of(trainer.job(tenant, id.job()), artifact(tenant, id));
    }

    void send(String tenant, ResultFileId id, HttpServletResponse response) throws IOException {
        var artifact = artifact(tenant, id);
        response.setContentType(artifact.mediaType());
        response.setContentLengthLong(artifact.bytes());
        try (var content = blobs.open(artifact.blobKey())) {
            content.transferTo(response.getOutputStream());
        }
    }

    private ArtifactView artifact(String tenant, ResultFileId id) {
        return artifacts.find(tenant, id.job(), id.artifact());
    }
}

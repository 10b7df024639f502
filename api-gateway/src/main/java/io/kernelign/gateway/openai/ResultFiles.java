package io.kernelign.gateway.openai;

import io.kernelign.contracts.ArtifactView;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.problem.NotFoundException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** What jobs have made, as files. */
@Component
class ResultFiles {

    private final TrainerApi trainer;
    private final BlobStore blobs;

    ResultFiles(TrainerApi trainer, BlobStore blobs) {
        this.trainer = trainer;
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
        return trainer.artifacts(tenant, id.job()).stream()
                .filter(artifact -> artifact.name().equals(id.artifact()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("file", id.text()));
    }
}

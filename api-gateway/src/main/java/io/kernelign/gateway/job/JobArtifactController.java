package io.kernelign.gateway.job;

import io.kernelign.contracts.ArtifactView;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.access.Caller;
import io.kernelign.service.blob.BlobStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The files that a job has made. */
@RestController
@RequestMapping("/api/v1/jobs/{id}/artifacts")
@Tag(name = "Jobs")
class JobArtifactController {

    private final TrainerApi trainer;
    private final JobArtifacts artifacts;
    private final BlobStore blobs;

    JobArtifactController(TrainerApi trainer, JobArtifacts artifacts, BlobStore blobs) {
        this.trainer = trainer;
        this.artifacts = artifacts;
        this.blobs = blobs;
    }

    @GetMapping
    @Operation(summary = "Lists the files that a job has made.")
    List<ArtifactView> list(Caller caller, @PathVariable String id) {
        return trainer.artifacts(caller.tenant(), id);
    }

    @GetMapping("/{*name}")
    @Operation(
            summary = "One file, whole or in ranges.",
            description = "Header Repr-Digest (RFC 9530) has its SHA-256, and so has ETag in hexadecimal digits.")
    @ApiResponse(responseCode = "200", description = "The file.", content = @Content(mediaType = MediaType.ALL_VALUE))
    ResponseEntity<Resource> get(Caller caller, @PathVariable String id, @PathVariable String name) throws IOException {
        return new ArtifactFile(artifacts.find(caller.tenant(), id, name.substring(1)), blobs).answer();
    }
}

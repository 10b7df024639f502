package io.kernelign.trainer.work;

import io.kernelign.contracts.ArtifactView;
import io.kernelign.service.blob.BlobContent;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.trainer.job.Artifacts;
import io.kernelign.trainer.job.Lease;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Puts what a job made into the blob store and records it. */
@Component
class ArtifactShelf {

    private final BlobStore blobs;
    private final Artifacts artifacts;

    ArtifactShelf(BlobStore blobs, Artifacts artifacts) {
        this.blobs = blobs;
        this.artifacts = artifacts;
    }

    /** A file under its path below a folder. */
    void put(Lease lease, Path folder, Path file) throws IOException {
        var name = folder.relativize(file).toString().replace('\\', '/');
        put(lease, name, out -> Files.copy(file, out));
    }

    void put(Lease lease, String name, String text) throws IOException {
        put(lease, name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void put(Lease lease, String name, BlobContent content) throws IOException {
        var blob = blobs.put("jobs/" + lease.job() + "/artifacts/" + name, content);
        artifacts.record(lease, new ArtifactView(name, mediaType(name), blob.bytes(), blob.sha256(), blob.key()));
    }

    private static String mediaType(String name) {
        return name.endsWith(".json")
                ? "application/json"
                : name.endsWith(".jsonl")
                        ? "application/jsonl"
                        : name.endsWith(".md") ? "text/markdown" : "application/octet-stream";
    }
}

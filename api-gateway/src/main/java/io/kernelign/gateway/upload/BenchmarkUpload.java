package io.kernelign.gateway.upload;

import io.kernelign.contracts.BenchmarkFilesApi;
import io.kernelign.contracts.BenchmarkFilesOpening;
import io.kernelign.contracts.BenchmarkFilesView;
import io.kernelign.gateway.dataset.DraftFolder;
import io.kernelign.gateway.limit.StorageLimit;
import io.kernelign.service.blob.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Takes the files of benchmarks: their archive goes to the blob store, and trainer-service checks and owns them. */
@Component
public class BenchmarkUpload {

    private static final Logger LOG = LoggerFactory.getLogger(BenchmarkUpload.class);

    /** Several times what the largest benchmark has. */
    private static final long MOST_BYTES = 32L << 20;

    private final BenchmarkFilesApi files;
    private final DraftFolder drafts;
    private final BlobStore blobs;
    private final StorageLimit limit;

    BenchmarkUpload(BenchmarkFilesApi files, DraftFolder drafts, BlobStore blobs, StorageLimit limit) {
        this.files = files;
        this.drafts = drafts;
        this.blobs = blobs;
        this.limit = limit;
    }

    /**
     * The files are there afterwards, or nothing when this throws.
     *
     * @param benchmark unchecked
     * @param name unchecked; {@code null} for that of the benchmark
     * @param archive a ZIP file of what the benchmark's folder holds
     * @throws io.kernelign.service.problem.ConflictException the tenant may not store so much
     * @throws org.springframework.web.client.RestClientResponseException the benchmark refuses them
     */
    public BenchmarkFilesView take(String tenant, String benchmark, String name, InputStream archive)
            throws IOException {
        limit.requireAny(tenant);
        var draft = drafts.file();
        try {
            var body = new RequestBytes(archive, MOST_BYTES, () -> TooLarge.upload(MOST_BYTES));
            Files.copy(body, draft, StandardCopyOption.REPLACE_EXISTING);
            var bytes = Files.size(draft);
            var opening = new BenchmarkFilesOpening(benchmark, name, bytes);
            var begun = limit.within(tenant, bytes, () -> files.begin(tenant, opening));
            return checked(tenant, begun.id(), draft);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private BenchmarkFilesView checked(String tenant, String id, Path archive) throws IOException {
        try {
            var blob = blobs.put(BenchmarkFilesApi.blobKey(id), archive);
            return files.check(tenant, id, blob.sha256());
        } catch (IOException | RuntimeException e) {
            giveUp(tenant, id);
            throw e;
        }
    }

    private void giveUp(String tenant, String id) {
        try {
            files.delete(tenant, id);
        } catch (RestClientException e) {
            LOG.warn("the benchmark files {} are left to be forgotten: {}", id, e.getMessage());
        }
    }
}

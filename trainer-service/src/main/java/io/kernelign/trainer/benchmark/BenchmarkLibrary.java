package io.kernelign.trainer.benchmark;

import io.kernelign.contracts.BenchmarkFilesApi;
import io.kernelign.contracts.BenchmarkFilesView;
import io.kernelign.contracts.Page;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.page.Cursor;
import io.kernelign.service.page.Pages;
import io.kernelign.service.problem.ConflictException;
import io.kernelign.service.problem.NotFoundException;
import io.kernelign.trainer.spec.BenchmarkName;
import io.kernelign.trainer.spec.BenchmarkSource.Uploaded;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The benchmarks' files that tenants have uploaded. */
@Component
public class BenchmarkLibrary {

    private final BenchmarkFileRecords records;
    private final BlobStore blobs;

    BenchmarkLibrary(BenchmarkFileRecords records, BlobStore blobs) {
        this.records = records;
        this.blobs = blobs;
    }

    /** @throws NotFoundException when the tenant has none of this id */
    public BenchmarkFilesView one(String tenant, String id) {
        return records.find(tenant, id)
                .filter(BenchmarkFiles::isChecked)
                .map(BenchmarkFiles::view)
                .orElseThrow(() -> notFound(id));
    }

    static NotFoundException notFound(String id) {
        return new NotFoundException("benchmark files", id);
    }

    /** Newest first. */
    public Page<BenchmarkFilesView> page(String tenant, String cursor, int limit) {
        var found = records.olderThan(tenant, Cursor.read(cursor), Pages.lookup(limit));
        return Pages.of(found, limit, BenchmarkFiles::view, BenchmarkFiles::cursor);
    }

    /** Of all archives of a tenant, and of those that are on their way. */
    public long bytes(String tenant) {
        return records.bytes(tenant);
    }

    /**
     * Files that a request names, with their checksum. They cannot be deleted before the current transaction, if there is
     * one, has ended.
     *
     * @throws InvalidInputException when the tenant has none of this id for the benchmark, or they have another checksum
     */
    public Uploaded named(String tenant, BenchmarkName benchmark, Uploaded named) {
        var found = records.hold(tenant, named.id())
                .filter(files -> files.isChecked() && files.benchmark() == benchmark)
                .orElseThrow(
                        () -> unacceptable("files", named.id(), "the id of uploaded files of " + benchmark.json()));
        if (!named.sha256().orElse(found.sha256()).equals(found.sha256())) {
            throw unacceptable(
                    "sha256", named.sha256().get(), "that of " + named.id() + ", which is " + found.sha256());
        }
        return new Uploaded(named.id(), Optional.of(found.sha256()));
    }

    private static InvalidInputException unacceptable(String field, String found, String accepted) {
        return new InvalidInputException(FieldError.unacceptable(field, found, accepted));
    }

    /**
     * Forgets files, checked or not, and their archive.
     *
     * @throws NotFoundException when the tenant has none of this id
     * @throws ConflictException naming what has not ended and needs them
     */
    @Transactional(rollbackFor = IOException.class)
    public void delete(String tenant, String id) throws IOException {
        if (records.lock(tenant, id).isEmpty()) {
            throw notFound(id);
        }
        records.user(tenant, id).ifPresent(user -> {
            throw new ConflictException(
                    "The files " + id + " are needed by " + user + ", which has not ended; cancel it first.");
        });
        remove(id);
    }

    /** Forgets what has been on its way for so long that nobody will go on with it. */
    @Transactional(rollbackFor = IOException.class)
    void sweep() throws IOException {
        for (var left : records.abandoned()) {
            remove(left.id());
        }
    }

    private void remove(String id) throws IOException {
        records.remove(id);
        blobs.delete(BenchmarkFilesApi.blobKey(id));
    }
}

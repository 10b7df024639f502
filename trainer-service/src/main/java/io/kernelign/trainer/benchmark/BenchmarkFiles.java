package io.kernelign.trainer.benchmark;

import io.kernelign.contracts.BenchmarkFilesView;
import io.kernelign.service.page.Cursor;
import io.kernelign.trainer.spec.BenchmarkName;
import java.time.Instant;

/**
 * The record of a benchmark's files that somebody uploaded.
 *
 * @param bytes of the archive
 * @param sha256 of the archive; {@code null} until its files are checked
 * @param questions in the files; {@code null} until they are checked
 */
record BenchmarkFiles(
        String id,
        String tenant,
        String name,
        BenchmarkName benchmark,
        long bytes,
        String sha256,
        Integer questions,
        Instant createdAt) {

    boolean isChecked() {
        return sha256 != null;
    }

    /** Its place in a listing. */
    Cursor cursor() {
        return new Cursor(createdAt, id);
    }

    BenchmarkFilesView view() {
        return new BenchmarkFilesView(id, name, benchmark.json(), bytes, sha256, questions, createdAt);
    }
}

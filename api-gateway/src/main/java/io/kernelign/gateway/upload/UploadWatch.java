package io.kernelign.gateway.upload;

import io.kernelign.gateway.dataset.ImportWatch;
import io.kernelign.service.problem.NotFoundException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Tells how far the import of an upload has come, and ends it when nobody wants it any more. */
final class UploadWatch implements ImportWatch {

    private static final long BETWEEN_TELLING = Duration.ofMillis(500).toNanos();

    private final Uploads uploads;
    private final Upload upload;
    private final BooleanSupplier ending;
    private long rows;
    private long toldAt = System.nanoTime();

    UploadWatch(Uploads uploads, Upload upload, BooleanSupplier ending) {
        this.uploads = uploads;
        this.upload = upload;
        this.ending = ending;
    }

    /** How many were read so far. */
    long rows() {
        return rows;
    }

    @Override
    public void rows(long count) {
        rows = count;
        if (System.nanoTime() - toldAt > BETWEEN_TELLING) {
            tell();
            toldAt = System.nanoTime();
        }
    }

    private void tell() {
        if (ending.getAsBoolean()) {
            throw new InterruptedImportException(upload.id());
        }
        if (!uploads.progress(upload, rows)) {
            throw new NotFoundException("upload", upload.id());
        }
    }

    @Override
    public void recorded(String dataset) {
        uploads.complete(upload, rows, dataset);
    }
}

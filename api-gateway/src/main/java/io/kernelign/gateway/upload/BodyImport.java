package io.kernelign.gateway.upload;

import io.kernelign.data.DataFile;
import io.kernelign.data.rows.FileBytes;
import io.kernelign.gateway.dataset.DatasetImport;
import io.kernelign.gateway.dataset.DraftFolder;
import io.kernelign.gateway.dataset.ImportWatch;
import io.kernelign.gateway.dataset.UploadOptions;
import io.kernelign.gateway.dataset.UploadedDataset;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Imports the body of a request. As many bodies as there are cores are imported while they come in, and never lie on the
 * disk as they came; any more at that time are written there first. So however slowly clients send, the memory of a few
 * imports is all that waits for them.
 */
@Component
class BodyImport {

    private static final String NAME = "unnamed";

    private final DatasetImport imports;
    private final DraftFolder drafts;
    private final UploadSettings settings;
    private final Semaphore atOnce = new Semaphore(Runtime.getRuntime().availableProcessors());

    BodyImport(DatasetImport imports, DraftFolder drafts, UploadSettings settings) {
        this.imports = imports;
        this.drafts = drafts;
        this.settings = settings;
    }

    /**
     * As {@link DatasetImport#take}. The body is taken to its end even if it is refused: a client hears an answer only once
     * it has sent everything.
     *
     * @throws UploadRefusal it is larger than an upload may be
     * @throws BrokenBodyException it ended too early
     */
    UploadedDataset take(String tenant, UploadOptions options, InputStream body) throws IOException {
        var bytes = new RequestBytes(body, settings.maxBytes(), () -> TooLarge.upload(settings.maxBytes()));
        try {
            return atOnce.tryAcquire() ? whileItComes(tenant, options, bytes) : fromDisk(tenant, options, bytes);
        } catch (IOException | RuntimeException e) {
            bytes.transferTo(OutputStream.nullOutputStream());
            throw e;
        }
    }

    private UploadedDataset whileItComes(String tenant, UploadOptions options, InputStream body) throws IOException {
        try {
            return take(tenant, options, List.of(new DataFile(NAME, FileBytes.of(body))));
        } finally {
            atOnce.release();
        }
    }

    private UploadedDataset fromDisk(String tenant, UploadOptions options, InputStream body) throws IOException {
        try (var spool = new Spool(drafts)) {
            spool.add(NAME, body);
            return take(tenant, options, spool.files());
        }
    }

    private UploadedDataset take(String tenant, UploadOptions options, List<DataFile> files) throws IOException {
        return imports.take(tenant, options, files, ImportWatch.NONE);
    }
}

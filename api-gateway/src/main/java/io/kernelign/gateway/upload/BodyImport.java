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
 * Imports the body of a request. Half as many bodies as there are cores are imported while they come in, and never lie on
 * the disk as they came; any more at that time are written there first, and wait for their turn. So however many clients
 * there are and however slowly they send, imports take the memory of a few, and leave time to other requests.
 */
@Component
class BodyImport {

    private static final String NAME = "unnamed";

    private final DatasetImport imports;
    private final DraftFolder drafts;
    private final UploadSettings settings;
    private final ImportTurns turns;
    private final Semaphore coming = new Semaphore(ImportTurns.AT_ONCE);

    BodyImport(DatasetImport imports, DraftFolder drafts, UploadSettings settings, ImportTurns turns) {
        this.imports = imports;
        this.drafts = drafts;
        this.settings = settings;
        this.turns = turns;
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
            return coming.tryAcquire() ? whileItComes(tenant, options, bytes) : fromDisk(tenant, options, bytes);
        } catch (IOException | RuntimeException e) {
            bytes.transferTo(OutputStream.nullOutputStream());
            throw e;
        }
    }

    private UploadedDataset whileItComes(String tenant, UploadOptions options, InputStream body) throws IOException {
        try {
            return take(tenant, options, List.of(new DataFile(NAME, FileBytes.of(body))));
        } finally {
            coming.release();
        }
    }

    private UploadedDataset fromDisk(String tenant, UploadOptions options, InputStream body) throws IOException {
        try (var spool = new Spool(drafts)) {
            spool.add(NAME, body);
            return turns.take(() -> take(tenant, options, spool.files()));
        }
    }

    private UploadedDataset take(String tenant, UploadOptions options, List<DataFile> files) throws IOException {
        return imports.take(tenant, options, files, ImportWatch.NONE);
    }
}

package io.kernelign.gateway.dataset;

import io.kernelign.contracts.Page;
import io.kernelign.data.export.ExportFormat;
import io.kernelign.data.export.PairExport;
import io.kernelign.data.pair.PairReader;
import io.kernelign.data.pair.Split;
import io.kernelign.service.blob.BlobStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Stored data sets with their pairs: looked at, sent and deleted. */
@Component
public class DatasetFiles {

    private final DatasetLibrary library;
    private final PairBlobs pairs;
    private final BlobStore blobs;
    private final DatasetUse use;

    DatasetFiles(DatasetLibrary library, PairBlobs pairs, BlobStore blobs, DatasetUse use) {
        this.library = library;
        this.pairs = pairs;
        this.blobs = blobs;
        this.use = use;
    }

    /** @throws io.kernelign.service.problem.NotFoundException the tenant has none of that id */
    public DatasetView find(String tenant, String id) {
        return library.view(tenant, id);
    }

    /** Newest first. */
    public Page<DatasetView> list(String tenant, String cursor, int limit) {
        return library.list(tenant, cursor, limit);
    }

    /** Of its canonical pairs. */
    public long bytes(DatasetView dataset) throws IOException {
        return blobs.size(dataset.pairsKey());
    }

    /** Writes its pairs, of one side or all, for other programs. */
    public void export(DatasetView dataset, Optional<Split> side, ExportFormat format, OutputStream out)
            throws IOException {
        try (var canonical = new PairReader(Files.newInputStream(pairs.file(dataset.pairsKey())))) {
            PairExport.write(canonical, side, format, out);
        }
    }

    /**
     * Deletes the record, and the pairs unless another data set has the same.
     *
     * @throws io.kernelign.service.problem.ConflictException an unfinished job uses it
     */
    public void delete(String tenant, String id) throws IOException {
        library.view(tenant, id);
        use.refuseIfNeeded(tenant, id);
        pairs.sweep(library.remove(tenant, id));
    }
}

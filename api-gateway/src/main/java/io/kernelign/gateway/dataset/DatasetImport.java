package io.kernelign.gateway.dataset;

import io.kernelign.data.DataFile;
import io.kernelign.data.ImportReport;
import io.kernelign.data.PairImport;
import io.kernelign.gateway.limit.StorageLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** Turns files into a data set, on disk and in constant memory. */
@Component
public class DatasetImport {

    private final DatasetLibrary library;
    private final PairBlobs pairs;
    private final DraftFolder drafts;
    private final StorageLimit limit;

    DatasetImport(DatasetLibrary library, PairBlobs pairs, DraftFolder drafts, StorageLimit limit) {
        this.library = library;
        this.pairs = pairs;
        this.drafts = drafts;
        this.limit = limit;
    }

    private record Written(ImportReport report, long bytes) {}

    /**
     * Record and pairs are both there afterwards, or neither when this throws.
     *
     * @param files the first lends its name to a data set that the options do not name
     * @throws io.kernelign.service.problem.ConflictException the tenant may not store so much
     * @throws io.kernelign.data.RejectedDataException rows are bad
     * @throws io.kernelign.data.defect.UnusableInputException a file as a whole is
     */
    public UploadedDataset take(String tenant, UploadOptions options, List<DataFile> files, ImportWatch watch)
            throws IOException {
        limit.requireAny(tenant);
        var name = options.name() == null ? files.get(0).name() : options.name();
        var written = new AtomicReference<Written>();
        var claim = pairs.store(file -> {
            var report = LongWork.run(
                    "import", () -> PairImport.write(files, file, drafts.path(), options.rules(), watch::rows));
            written.set(new Written(report, Files.size(file)));
            return report.contentHash();
        });
        try {
            var report = written.get().report();
            long bytes = written.get().bytes();
            var dataset = limit.within(tenant, bytes, () -> library.add(tenant, name, report, bytes, watch::recorded));
            return new UploadedDataset(dataset, report);
        } finally {
            pairs.giveUp(claim);
        }
    }
}

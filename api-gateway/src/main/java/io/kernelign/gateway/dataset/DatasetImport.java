package io.kernelign.gateway.dataset;

import io.kernelign.data.DataFile;
import io.kernelign.data.ImportReport;
import io.kernelign.data.PairImport;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** Turns files into a data set, on disk and in constant memory. */
@Component
public class DatasetImport {

    private final DatasetLibrary library;
    private final PairBlobs pairs;
    private final DraftFolder drafts;

    DatasetImport(DatasetLibrary library, PairBlobs pairs, DraftFolder drafts) {
        this.library = library;
        this.pairs = pairs;
        this.drafts = drafts;
    }

    /**
     * Record and pairs are both there afterwards, or neither when this throws.
     *
     * @param files the first lends its name to a data set that the options do not name
     * @throws io.kernelign.data.RejectedDataException rows are bad
     * @throws io.kernelign.data.defect.UnusableInputException a file as a whole is
     */
    public UploadedDataset take(String tenant, UploadOptions options, List<DataFile> files, ImportWatch watch)
            throws IOException {
        var name = options.name() == null ? files.get(0).name() : options.name();
        var written = new AtomicReference<ImportReport>();
        var claim = pairs.store(file -> {
            written.set(PairImport.write(files, file, drafts.path(), options.rules(), watch::rows));
            return written.get().contentHash();
        });
        try {
            return new UploadedDataset(library.add(tenant, name, written.get(), watch::recorded), written.get());
        } finally {
            pairs.giveUp(claim);
        }
    }
}

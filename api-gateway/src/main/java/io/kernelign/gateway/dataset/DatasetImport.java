package io.kernelign.gateway.dataset;

import io.kernelign.data.DataFile;
import io.kernelign.data.PairImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Turns an upload into a data set, on disk and in constant memory. */
@Component
class DatasetImport {

    private final DatasetLibrary library;
    private final Path drafts;

    DatasetImport(DatasetLibrary library, @Value("${kernelign.uploads.dir}") Path drafts) throws IOException {
        this.library = library;
        this.drafts = Files.createDirectories(drafts.toAbsolutePath());
    }

    /** A place for the files of an upload; to be closed after the import. */
    Spool spool(UploadOptions options) {
        return new Spool(drafts, options.rules().limits().unpackedBytes());
    }

    /**
     * @param files the first lends its name to a data set that the options do not name
     * @throws io.kernelign.data.RejectedDataException rows are bad
     * @throws io.kernelign.data.defect.UnusableInputException a file as a whole is
     */
    UploadedDataset take(String tenant, UploadOptions options, List<DataFile> files) throws IOException {
        var draft = Files.createTempFile(drafts, "pairs-", ".jsonl");
        try {
            var report = PairImport.run(files, draft, options.rules());
            var name = options.name() == null ? files.get(0).name() : options.name();
            return new UploadedDataset(library.add(tenant, name, draft, report), report);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}

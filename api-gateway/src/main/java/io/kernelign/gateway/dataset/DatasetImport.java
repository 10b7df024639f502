package io.kernelign.gateway.dataset;

import io.kernelign.data.PairImport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Turns an upload into a data set, on disk and in constant memory. */
@Component
class DatasetImport {

    private final DatasetLibrary library;
    private final Path drafts;

    DatasetImport(DatasetLibrary library, @Value("${kernelign.uploads.dir}") Path drafts) throws IOException {
        this.library = library;
        this.drafts = Files.createDirectories(drafts);
    }

    /**
     * @param name for a data set that the options do not name
     * @throws io.kernelign.data.RejectedDataException rows are bad
     * @throws io.kernelign.data.defect.UnusableInputException the file as a whole is
     */
    UploadedDataset take(String tenant, UploadOptions options, String name, InputStream content) throws IOException {
        var draft = Files.createTempFile(drafts, "upload-", ".jsonl");
        try {
            var report = PairImport.run(content, draft, options.rules());
            var named = options.name() == null ? name : options.name();
            return new UploadedDataset(library.add(tenant, named, draft, report), report);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}

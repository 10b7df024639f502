package io.kernelign.gateway.upload;

import io.kernelign.gateway.dataset.DatasetImport;
import io.kernelign.gateway.dataset.DraftFolder;
import io.kernelign.gateway.dataset.ImportWatch;
import io.kernelign.gateway.dataset.UploadOptions;
import io.kernelign.gateway.dataset.UploadedDataset;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Imports the files of a form: its parts {@code file}. */
@Component
public class FormImport {

    private static final String FILE = "file";

    private final DatasetImport imports;
    private final DraftFolder drafts;
    private final ImportTurns turns;

    FormImport(DatasetImport imports, DraftFolder drafts, ImportTurns turns) {
        this.imports = imports;
        this.drafts = drafts;
        this.turns = turns;
    }

    /**
     * As {@link DatasetImport#take}.
     *
     * @throws InvalidInputException the form has no file
     */
    public UploadedDataset take(String tenant, UploadOptions options, MultipartHttpServletRequest form)
            throws IOException {
        var files = form.getFiles(FILE);
        if (files.isEmpty()) {
            throw new InvalidInputException(FieldError.missing(FILE, "a part with the data set's file"));
        }
        try (var spool = new Spool(drafts)) {
            for (var file : files) {
                file.transferTo(spool.place(file.getOriginalFilename()).toFile());
            }
            return turns.take(() -> imports.take(tenant, options, spool.files(), ImportWatch.NONE));
        }
    }
}

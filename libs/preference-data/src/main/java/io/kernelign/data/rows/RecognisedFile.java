package io.kernelign.data.rows;

import java.io.IOException;
import java.nio.file.Path;

/** A file of rows, whose container and compression were told by its content. */
public final class RecognisedFile {

    private final Path path;
    private final Compression compression;
    private final Container container;
    private final Limits limits;

    private RecognisedFile(Path path, Compression compression, Container container, Limits limits) {
        this.path = path;
        this.compression = compression;
        this.container = container;
        this.limits = limits;
    }

    /** @throws io.kernelign.data.defect.UnusableInputException the file is nothing that has rows */
    public static RecognisedFile of(Path path, Limits limits) throws IOException {
        return new RecognisedFile(path, Compression.of(path), Container.JSON_LINES, limits);
    }

    public Compression compression() {
        return compression;
    }

    public Container container() {
        return container;
    }

    /** Its rows from the first on, as often as asked. */
    public RowSource rows() throws IOException {
        return new JsonLines(compression.open(path, limits), limits);
    }
}

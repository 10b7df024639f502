package io.kernelign.data.rows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** The bytes of a data file as it came, packed or not. */
public interface FileBytes {

    static FileBytes of(Path file) {
        return new StoredBytes(file);
    }

    /** @param stream read once and never closed; of what is looked at before, as much as that is kept in memory */
    static FileBytes of(InputStream stream) {
        return new StreamedBytes(stream);
    }

    /**
     * From the first one on, to look at how they begin: as often as asked, one look after the other.
     *
     * @throws IllegalStateException they were opened before, and can be read once only
     */
    InputStream look() throws IOException;

    /** From the first one on, to be read to their end; throws as {@link #look}. */
    InputStream open() throws IOException;

    /** Where they lie on the disk; empty when nowhere. */
    Optional<Path> path();
}

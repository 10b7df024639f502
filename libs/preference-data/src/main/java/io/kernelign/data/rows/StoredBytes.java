package io.kernelign.data.rows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Bytes that lie in a file. */
record StoredBytes(Path file) implements FileBytes {

    @Override
    public InputStream look() throws IOException {
        return open();
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public Optional<Path> path() {
        return Optional.of(file);
    }
}

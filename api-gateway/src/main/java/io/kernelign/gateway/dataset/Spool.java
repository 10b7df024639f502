package io.kernelign.gateway.dataset;

import io.kernelign.data.DataFile;
import io.kernelign.data.defect.UnusableInputException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of an upload on disk, for as long as it is open. */
final class Spool implements Closeable {

    private static final int CHUNK = 1 << 16;

    private final Path folder;
    private final long limit;
    private final List<DataFile> files = new ArrayList<>();

    /** @param limit largest file, in bytes */
    Spool(Path folder, long limit) {
        this.folder = folder;
        this.limit = limit;
    }

    /** Where the next file is to be written. */
    Path place(String name) throws IOException {
        var path = Files.createTempFile(folder, "upload-", "");
        files.add(new DataFile(name, path));
        return path;
    }

    /** @throws UnusableInputException it is larger than the limit */
    void add(String name, InputStream content) throws IOException {
        long size = 0;
        try (var out = Files.newOutputStream(place(name))) {
            var chunk = new byte[CHUNK];
            for (int got = content.read(chunk); got >= 0; got = content.read(chunk)) {
                size += got;
                if (size > limit) {
                    throw new UnusableInputException("file", "larger than the limit", "at most " + limit + " bytes");
                }
                out.write(chunk, 0, got);
            }
        }
    }

    List<DataFile> files() {
        return List.copyOf(files);
    }

    @Override
    public void close() throws IOException {
        for (var file : files) {
            Files.deleteIfExists(file.path());
        }
    }
}

package io.kernelign.gateway.upload;

import io.kernelign.data.DataFile;
import io.kernelign.gateway.dataset.DraftFolder;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of an upload on disk, for as long as it is open. */
final class Spool implements Closeable {

    private final DraftFolder drafts;
    private final List<DataFile> files = new ArrayList<>();
    private final List<Path> paths = new ArrayList<>();

    Spool(DraftFolder drafts) {
        this.drafts = drafts;
    }

    /** Where the next file is to be written. */
    Path place(String name) throws IOException {
        var path = drafts.file();
        paths.add(path);
        files.add(new DataFile(name, path));
        return path;
    }

    void add(String name, InputStream body) throws IOException {
        try (var out = Files.newOutputStream(place(name))) {
            body.transferTo(out);
        }
    }

    List<DataFile> files() {
        return List.copyOf(files);
    }

    @Override
    public void close() throws IOException {
        for (var path : paths) {
            Files.deleteIfExists(path);
        }
    }
}

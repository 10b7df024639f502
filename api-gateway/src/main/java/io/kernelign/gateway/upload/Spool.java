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

    private static final int CHUNK = 1 << 16;

    private final DraftFolder drafts;
    private final long limit;
    private final List<DataFile> files = new ArrayList<>();

    /** @param limit of a file that is streamed, in bytes */
    Spool(DraftFolder drafts, long limit) {
        this.drafts = drafts;
        this.limit = limit;
    }

    /** Where the next file is to be written. */
    Path place(String name) throws IOException {
        var path = drafts.file();
        files.add(new DataFile(name, path));
        return path;
    }

    /**
     * @throws UploadRefusal it is larger than the limit
     * @throws BrokenBodyException it ended too early
     */
    void add(String name, InputStream body) throws IOException {
        var content = new RequestBytes(body, limit, () -> TooLarge.upload(limit));
        try (var out = Files.newOutputStream(place(name))) {
            var chunk = new byte[CHUNK];
            for (int got = content.read(chunk); got >= 0; got = content.read(chunk)) {
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

package io.kernelign.gateway.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Files that a request or an import needs while it runs. */
@Component
public class DraftFolder {

    private final Path folder;

    DraftFolder(@Value("${kernelign.uploads.dir}") Path uploads) throws IOException {
        this.folder = Files.createDirectories(uploads.toAbsolutePath().resolve("drafts"));
    }

    public Path path() {
        return folder;
    }

    /** A new, empty file, for the caller to delete. */
    public Path file() throws IOException {
        return Files.createTempFile(folder, "", "");
    }

    /** Deletes what was left by processes that died: everything that was last written before. */
    public void sweep(Instant before) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                if (file.toFile().lastModified() < before.toEpochMilli()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}

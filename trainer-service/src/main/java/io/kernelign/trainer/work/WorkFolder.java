package io.kernelign.trainer.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A folder for files that are needed for a while, gone afterwards. */
public record WorkFolder(Path path) implements AutoCloseable {

    public WorkFolder() throws IOException {
        this(Files.createTempDirectory("kernelign-job"));
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(path);
    }
}

package io.kernelign.trainer.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A folder for the files of one attempt, gone afterwards. */
record WorkFolder(Path path) implements AutoCloseable {

    WorkFolder() throws IOException {
        this(Files.createTempDirectory("kernelign-job"));
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(path);
    }
}

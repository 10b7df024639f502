package io.kernelign.service.blob;

import java.io.IOException;
import java.nio.file.Path;

/** Writes the content of a blob into an empty file. */
@FunctionalInterface
public interface FileContent {

    /** @return SHA-256 of what the file then holds, in lower-case hex */
    String writeTo(Path file) throws IOException;
}

package io.kernelign.service.blob;

import java.io.IOException;
import java.nio.file.Path;

/** Writes the content of a blob into an empty file. */
@FunctionalInterface
public interface FileContent {

    void writeTo(Path file) throws IOException;
}

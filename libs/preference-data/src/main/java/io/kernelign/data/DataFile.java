package io.kernelign.data;

import io.kernelign.data.pair.Split;
import io.kernelign.data.rows.FileBytes;
import java.nio.file.Path;

/**
 * A file of a data set.
 *
 * @param name what people call it; says nothing of its content
 * @param bytes of which it is made
 * @param split the side of those of its pairs whose rows name none; {@code null} when nobody says
 */
public record DataFile(String name, FileBytes bytes, Split split) {

    public DataFile(String name, FileBytes bytes) {
        this(name, bytes, null);
    }

    public DataFile(String name, Path path, Split split) {
        this(name, FileBytes.of(path), split);
    }

    public DataFile(String name, Path path) {
        this(name, path, null);
    }
}

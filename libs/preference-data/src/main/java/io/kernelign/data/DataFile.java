package io.kernelign.data;

import io.kernelign.data.pair.Split;
import java.nio.file.Path;

/**
 * A file of a data set.
 *
 * @param name what people call it; says nothing of its content
 * @param path where it lies
 * @param split the side of those of its pairs whose rows name none; {@code null} when nobody says
 */
public record DataFile(String name, Path path, Split split) {

    public DataFile(String name, Path path) {
        this(name, path, null);
    }
}

package io.kernelign.trainer.evaluation;

import io.kernelign.input.FieldError;
import io.kernelign.input.FolderName;
import io.kernelign.input.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder below which the folders of benchmarks lie. Nothing that lies elsewhere can be named, be it by {@code ..} or by a
 * link.
 */
@Component
class BenchmarkFolders {

    private static final String FIELD = "folder";

    private final Path root;

    BenchmarkFolders(@Value("${kernelign.benchmarks.dir}") Path root) {
        this.root = root;
    }

    /**
     * @param name its path below the folder of benchmarks
     * @throws InvalidInputException when there is none of the name, or a link in it leads elsewhere
     */
    Path find(String name) {
        if (!FolderName.is(name) || !Files.isDirectory(root.resolve(name))) {
            throw unacceptable(name, "the path of a folder below the folder of benchmarks");
        }
        var folder = root.resolve(name);
        try (var files = Files.walk(folder)) {
            var real = root.toRealPath();
            for (var file : (Iterable<Path>) files::iterator) {
                if (!file.toRealPath().startsWith(real)) {
                    throw unacceptable(
                            name, "a folder of which no link leads elsewhere, as " + folder.relativize(file) + " does");
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InvalidInputException unacceptable(String name, String accepted) {
        return new InvalidInputException(FieldError.unacceptable(FIELD, name, accepted));
    }
}

package io.kernelign.evaluation;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kernelign.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Benchmarks' files of a test's own, and what is said of bad ones. */
public final class OwnFiles {

    private OwnFiles() {}

    public static void write(Path folder, String file, String... lines) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, String.join("\n", lines) + "\n");
    }

    public static String refusal(Benchmark benchmark, Path folder) {
        return catchThrowableOfType(InvalidInputException.class, () -> benchmark.read(folder))
                .getMessage();
    }
}

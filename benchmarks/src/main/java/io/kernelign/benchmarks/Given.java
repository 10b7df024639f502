package io.kernelign.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where benchmarks find what they need, unless they are told. */
public final class Given {

    private static final Path ROOT = Path.of(System.getProperty("kernelign.root", "."));

    private Given() {}

    /** The checkout. */
    public static Path root() {
        return ROOT;
    }

    /** The model that {@code --model} names, else the tiny one beside the checkout. */
    public static Path tinyModel(Path given) {
        return existing(given, shared("models/stories260k"), "--model");
    }

    public static Path shared(String path) {
        return ROOT.resolveSibling("shared").resolve(path);
    }

    public static Path existing(Path given, Path fallback, String option) {
        var path = given == null ? fallback : given;
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(path + " is not there; name another with " + option);
        }
        return path.toAbsolutePath().normalize();
    }
}

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

    /** The model that {@code --model} names, else SmolLM2 in the checkout's cache. */
    public static Path model(Path given) {
        return existing(given, ROOT.resolve(".cache/models/smollm2-135m-instruct"), "--model");
    }

    /** The model that {@code --model} names, else the tiny one beside the checkout. */
    public static Path tinyModel(Path given) {
        return existing(given, shared("models/stories260k"), "--model");
    }

    /** The preference data that {@code --data} names, else HH-RLHF harmless-base beside the checkout. */
    public static Path data(Path given) {
        return existing(given, shared("data/preferences/hh-rlhf/harmless-base.jsonl.gz"), "--data");
    }

    private static Path shared(String path) {
        return ROOT.resolveSibling("shared").resolve(path);
    }

    private static Path existing(Path given, Path fallback, String option) {
        var path = given == null ? fallback : given;
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(path + " is not there; name another with " + option);
        }
        return path.toAbsolutePath().normalize();
    }
}

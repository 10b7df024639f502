package io.kernelign.benchmarks;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names a model. */
public final class GivenModel {

    @Option(
            names = "--model",
            description = "Model folder with weights (default: .cache/models/smollm2-135m-instruct).")
    private Path model;

    /** The named one, else SmolLM2 in the checkout's cache. */
    public Path path() {
        return Given.existing(model, Given.root().resolve(".cache/models/smollm2-135m-instruct"), "--model");
    }
}

package io.kernelign.benchmarks.train;

import io.kernelign.input.Types;
import java.util.List;
import picocli.CommandLine.Option;

/** What both contenders are given alike. */
final class Conditions {

    static final double BETA = 0.1;
    static final double LEARNING_RATE = 1e-4;
    static final int SEED = 0;

    @Option(names = "--max-length", defaultValue = "512", description = "Most tokens of prompt and response.")
    int maxLength;

    @Option(names = "--rank", defaultValue = "16", description = "Rank of the adapter on all seven projections.")
    int rank;

    @Option(names = "--batch", defaultValue = "4", description = "Pairs in one of the peer's batches.")
    int batch;

    @Option(
            names = "--epochs",
            defaultValue = "3",
            description = "Epochs of a run; those behind the first are the later ones (default: ${DEFAULT-VALUE}).")
    int epochs;

    /** The options of a contender's program. */
    List<String> arguments(Setting setting) {
        return arguments(setting, epochs);
    }

    List<String> arguments(Setting setting, int epochs) {
        return List.of(
                "--max-length",
                String.valueOf(maxLength),
                "--rank",
                String.valueOf(rank),
                "--epochs",
                String.valueOf(epochs),
                "--dtype",
                Types.nameOf(setting.dtype()),
                "--top-layers",
                String.valueOf(setting.topLayers()));
    }
}

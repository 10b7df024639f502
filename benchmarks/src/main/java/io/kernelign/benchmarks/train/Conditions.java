package io.kernelign.benchmarks.train;

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
}

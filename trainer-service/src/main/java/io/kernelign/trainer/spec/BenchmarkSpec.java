package io.kernelign.trainer.spec;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A benchmark as its user wants it, checked; {@link BenchmarkSpecType} declares it.
 *
 * @param folder with its files, by its path below the folder of benchmarks
 * @param limit most questions that are asked; empty for all
 * @param seed decides which they are
 * @param maxTokens most tokens of an answer, where that is fewer than its authors allow; empty for as many as they do
 * @param judge name of the judge of the answers; empty where rules judge them
 */
public record BenchmarkSpec(
        BenchmarkName name,
        String folder,
        OptionalInt limit,
        int seed,
        OptionalInt maxTokens,
        Optional<String> judge) {}

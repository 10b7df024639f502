package io.kernelign.trainer.spec;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A benchmark as its user wants it, checked; {@link BenchmarkSpecType} declares it.
 *
 * @param source of its files
 * @param limit most questions that are asked; empty for all
 * @param seed decides which they are
 * @param maxTokens most tokens of an answer, where that is fewer than its authors allow; empty for as many as they do
 * @param judge name of the judge of the answers; empty where rules judge them
 */
public record BenchmarkSpec(
        BenchmarkName name,
        BenchmarkSource source,
        OptionalInt limit,
        int seed,
        OptionalInt maxTokens,
        Optional<String> judge) {

    /** The same with another source of its files. */
    public BenchmarkSpec from(BenchmarkSource other) {
        return new BenchmarkSpec(name, other, limit, seed, maxTokens, judge);
    }
}

package io.kernelign.trainer.spec;

import java.util.Optional;

/** Where the files of a benchmark are. */
public sealed interface BenchmarkSource {

    /** @param path below the folder of benchmarks */
    record Folder(String path) implements BenchmarkSource {}

    /**
     * Files that somebody uploaded.
     *
     * @param sha256 of their archive; empty until they are found, unless the request names it
     */
    record Uploaded(String id, Optional<String> sha256) implements BenchmarkSource {}
}

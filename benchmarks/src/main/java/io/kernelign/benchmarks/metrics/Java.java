package io.kernelign.benchmarks.metrics;

/** The Java that runs this. */
final class Java {

    private Java() {}

    static String program() {
        return ProcessHandle.current().info().command().orElse("java");
    }
}

package io.kernelign.benchmarks.metrics;

import java.io.IOException;
import java.nio.file.Path;

/** {@link WriterCommand} in a process of its own. */
record Writer(Path root, Path notes, String url, Load load, int rate) {

    Process start() throws IOException {
        return new ProcessBuilder(
                        Java.program(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        root.resolve("benchmarks/target/benchmarks-exec.jar").toString(),
                        "metrics-writer",
                        "--url=" + url,
                        "--notes=" + notes,
                        "--runs=" + load.runs(),
                        "--batch=" + load.batch(),
                        "--points=" + load.points(),
                        "--rate=" + rate)
                .inheritIO()
                .start();
    }

    /** Points of all runs that it has noted as written. */
    long points() throws IOException {
        return Written.read(notes, load.runs()).all() * load.batch();
    }
}

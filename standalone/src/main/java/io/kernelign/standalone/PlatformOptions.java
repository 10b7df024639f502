package io.kernelign.standalone;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a platform listens and keeps what it has. */
public final class PlatformOptions {

    @Option(names = "--port", defaultValue = "8080", description = "Port of the gateway; 0 takes a free one.")
    private int port;

    @Option(
            names = "--data",
            defaultValue = "kernelign-data",
            description = "Folder for the database, data sets and adapters (default: ${DEFAULT-VALUE}).")
    private Path data;

    @Option(names = "--models", description = "Folder with base models, one folder each (default: DATA/models).")
    private Path models;

    @Option(names = "--benchmarks", description = "Folder with benchmarks, one folder each (default: DATA/benchmarks).")
    private Path benchmarks;

    public int port() {
        return port;
    }

    public Path data() {
        return data.toAbsolutePath().normalize();
    }

    public Path models() {
        return folder(models, "models");
    }

    public Path benchmarks() {
        return folder(benchmarks, "benchmarks");
    }

    private Path folder(Path given, String name) {
        return Optional.ofNullable(given)
                .map(folder -> folder.toAbsolutePath().normalize())
                .orElse(data().resolve(name));
    }
}

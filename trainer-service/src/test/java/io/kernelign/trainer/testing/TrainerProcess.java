package io.kernelign.trainer.testing;

import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.http.ServiceClients;
import io.kernelign.service.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A trainer in a process of its own, which can be killed. */
public final class TrainerProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    private TrainerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one and waits until it listens.
     *
     * @param main {@link CountingTrainer} or {@link RealTrainer}
     */
    public static TrainerProcess start(Class<?> main, TestDatabase database, Path blobs, Path models, String... more)
            throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--server.port=0",
                "--kernelign.blobs.dir=" + blobs,
                "--kernelign.models.dir=" + models));
        database.properties().forEach((name, value) -> command.add("--" + name + "=" + value));
        command.addAll(List.of(more));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var log = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            log.append(line).append('\n');
            if (line.startsWith("port ")) {
                drain(lines);
                return new TrainerProcess(process, Integer.parseInt(line.substring("port ".length())));
            }
        }
        throw new IllegalStateException("the trainer did not start:\n" + log);
    }

    /** A full pipe would stop the process. */
    private static void drain(BufferedReader lines) {
        var drain = new Thread(() -> lines.lines().forEach(line -> {}));
        drain.setDaemon(true);
        drain.start();
    }

    public SampleJobs jobs() {
        return new SampleJobs(new ServiceClients().create(TrainerApi.class, "http://localhost:" + port));
    }

    /** Kills it as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits until it has died of itself. */
    public void awaitDeath() throws InterruptedException {
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

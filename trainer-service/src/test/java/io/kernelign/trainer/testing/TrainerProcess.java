package io.kernelign.trainer.testing;

import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.http.ServiceClients;
import io.kernelign.service.testing.TestDatabase;
import io.kernelign.service.testing.Waiting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A trainer in a process of its own, which can be killed. */
public final class TrainerProcess implements AutoCloseable {

    private final Process process;
    private final int port;
    private final Queue<String> log;
    private final ServiceClients clients = new ServiceClients();

    private TrainerProcess(Process process, int port, Queue<String> log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * Starts one and waits until it listens.
     *
     * @param main {@link CountingTrainer} or {@link RealTrainer}
     */
    public static TrainerProcess start(Class<?> main, TestDatabase database, Path blobs, Path models, String... more)
            throws IOException {
        return started(command(main, database, blobs, models, more));
    }

    /** As {@link #start}, and the system refuses it more than so many bytes of memory of its own. */
    public static TrainerProcess startWithin(
            long bytes, Class<?> main, TestDatabase database, Path blobs, Path models, String... more)
            throws IOException {
        var limited = new ArrayList<>(List.of("sh", "-c", "ulimit -d " + bytes / 1024 + " && exec \"$@\"", "trainer"));
        limited.addAll(command(main, database, blobs, models, more));
        return started(limited);
    }

    private static List<String> command(Class<?> main, TestDatabase database, Path blobs, Path models, String... more) {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xms512m",
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
        return command;
    }

    private static TrainerProcess started(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var log = new ConcurrentLinkedQueue<String>();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            log.add(line);
            if (line.startsWith("port ")) {
                drain(lines, log);
                return new TrainerProcess(process, Integer.parseInt(line.substring("port ".length())), log);
            }
        }
        throw new IllegalStateException("the trainer did not start:\n" + String.join("\n", log));
    }

    /** A full pipe would stop the process. */
    private static void drain(BufferedReader lines, Queue<String> log) {
        var drain = new Thread(() -> lines.lines().forEach(log::add));
        drain.setDaemon(true);
        drain.start();
    }

    public SampleJobs jobs() {
        return new SampleJobs(client(TrainerApi.class));
    }

    /** A client of one of its HTTP interfaces. */
    public <T> T client(Class<T> api) {
        return clients.create(api, "http://localhost:" + port);
    }

    /** Kills it as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Freezes it ({@code STOP}) or lets it go on ({@code CONT}). */
    public void signal(String name) throws IOException, InterruptedException {
        // A shell's own: not every machine has the program.
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Waits until it has logged a line with that text. */
    public void awaitLine(String text) {
        Waiting.until(
                "the line \"" + text + "\"", () -> log, lines -> lines.stream().anyMatch(line -> line.contains(text)));
    }

    /** Waits until it has died of itself; by which code. */
    public int awaitDeath() throws InterruptedException {
        return process.waitFor();
    }

    /** Waits for its end for so long. */
    public boolean awaitDeath(Duration atMost) throws InterruptedException {
        return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What it ended with. */
    public int exitCode() {
        return process.exitValue();
    }

    /** The end of what it has logged. */
    public String lastWords() {
        return log.stream().skip(Math.max(0, log.size() - 40)).collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        clients.close();
    }
}

package io.kernelign.benchmarks.upload;

import io.kernelign.benchmarks.Child;
import io.kernelign.postgres.EmbeddedPostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.json.JsonMapper;

/** A gateway in a process of its own with a small heap, its PostgreSQL, and its blob store on the disk that is measured. */
final class Gateway implements AutoCloseable {

    /** MiB that its heap may take. */
    static final int HEAP = 256;

    private static final Duration BOOT = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(100);

    private final EmbeddedPostgresServer database;
    private final Process process;
    private final String url;
    private final HttpClient http = HttpClient.newHttpClient();

    private Gateway(EmbeddedPostgresServer database, Process process, String url) {
        this.database = database;
        this.process = process;
        this.url = url;
    }

    static Gateway start(Path root, Path work) throws IOException, InterruptedException, SQLException {
        var database = EmbeddedPostgresServer.start(work.resolve("postgres"), 0);
        database.ensureDatabase("kernelign");
        int port = freePort();
        var builder = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx" + HEAP + "m",
                        "-XX:+UseParallelGC",
                        "-jar",
                        root.resolve("api-gateway/target/api-gateway-exec.jar").toString(),
                        "--server.port=" + port,
                        "--kernelign.gateway.allow-unauthenticated=true",
                        "--kernelign.uploads.dir=" + Files.createDirectories(work.resolve("drafts")),
                        "--kernelign.blobs.dir=" + Files.createDirectories(work.resolve("blobs"))))
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("gateway.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "KERNELIGN_DB_URL", database.url("kernelign"),
                        "KERNELIGN_DB_USER", database.user(),
                        "KERNELIGN_DB_PASSWORD", ""));
        var gateway = new Gateway(database, builder.start(), "http://localhost:" + port);
        gateway.awaitUp(work.resolve("gateway.log"));
        return gateway;
    }

    private void awaitUp(Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + BOOT.toNanos();
        while (!isUp()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IOException("the gateway did not start:\n" + Files.readString(log));
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    private boolean isUp() throws InterruptedException {
        try {
            return get("/actuator/health").contains("\"UP\"");
        } catch (IOException e) {
            return false;
        }
    }

    /** Uploads a file with curl, forgets the data set and answers what that took. */
    Upload upload(Path file) throws IOException, InterruptedException {
        long start = System.nanoTime();
        var answer = curl(
                "-T", file.toString(), "-H", "Content-Type: application/jsonl", url + "/api/v1/datasets?name=large");
        long heap = 0;
        while (!answer.isDone()) {
            heap = Math.max(heap, heapBytes());
            Thread.sleep(POLL.toMillis());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        var dataset = new JsonMapper().readTree(answer.join());
        http.send(
                HttpRequest.newBuilder(URI.create(
                                url + "/api/v1/datasets/" + dataset.get("id").stringValue()))
                        .DELETE()
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return new Upload(seconds, heap, dataset.get("rows").longValue());
    }

    private static CompletableFuture<String> curl(String... arguments) {
        var command = new ArrayList<>(List.of("curl", "-sS", "--fail-with-body", "-X", "POST"));
        command.addAll(List.of(arguments));
        return CompletableFuture.supplyAsync(() -> {
            try {
                return Child.lastLine(command);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private long heapBytes() throws IOException, InterruptedException {
        return (long) get("/actuator/prometheus")
                .lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{") && line.contains("area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        database.close();
    }
}

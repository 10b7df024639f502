package io.kernelign.benchmarks.upload;

import io.kernelign.benchmarks.Child;
import io.kernelign.postgres.EmbeddedPostgresServer;
import java.io.IOException;
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
    private final CollectionLog collections;
    private final HttpClient http = HttpClient.newHttpClient();

    private Gateway(EmbeddedPostgresServer database, Process process, String url, CollectionLog collections) {
        this.database = database;
        this.process = process;
        this.url = url;
        this.collections = collections;
    }

    static Gateway start(Path root, Path work) throws IOException, InterruptedException, SQLException {
        var database = EmbeddedPostgresServer.start(work.resolve("postgres"), 0);
        database.ensureDatabase("kernelign");
        int port = freePort();
        var builder = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx" + HEAP + "m",
                        "-XX:+UseParallelGC",
                        "-Xlog:gc:file=" + collections(work),
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
        var gateway = new Gateway(
                database, builder.start(), "http://localhost:" + port, new CollectionLog(collections(work)));
        gateway.awaitUp(work.resolve("gateway.log"));
        return gateway;
    }

    private static Path collections(Path work) {
        return work.resolve("collections.log");
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
        collections.skip();
        long start = System.nanoTime();
        var answer = curl(
                "-T", file.toString(), "-H", "Content-Type: application/jsonl", url + "/api/v1/datasets?name=large");
        double seconds = (System.nanoTime() - start) / 1e9;
        var dataset = new JsonMapper().readTree(answer);
        http.send(
                HttpRequest.newBuilder(URI.create(
                                url + "/api/v1/datasets/" + dataset.get("id").stringValue()))
                        .DELETE()
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return new Upload(seconds, collections.heapMib(), dataset.get("rows").longValue());
    }

    private static String curl(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("curl", "-sS", "--fail-with-body", "-X", "POST"));
        command.addAll(List.of(arguments));
        return Child.lastLine(command);
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

package io.kernelign.benchmarks.metrics;

import io.kernelign.postgres.EmbeddedPostgresServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** metrics-service in a process of its own, which can be killed and started again, and its PostgreSQL, as durable as any. */
final class ServiceUnderLoad implements AutoCloseable {

    /** MiB that its heap may take. */
    static final int HEAP = 512;

    private static final String DATABASE = "kernelign";
    private static final Duration BOOT = Duration.ofMinutes(2);

    private final Path jar;
    private final Path log;
    private final int port;
    private final EmbeddedPostgresServer database;
    private Process process;

    private ServiceUnderLoad(Path jar, Path log, int port, EmbeddedPostgresServer database) {
        this.jar = jar;
        this.log = log;
        this.port = port;
        this.database = database;
    }

    static ServiceUnderLoad start(Path root, Path work) throws IOException, InterruptedException, SQLException {
        var database = EmbeddedPostgresServer.start(work.resolve("postgres"), 0);
        database.ensureDatabase(DATABASE);
        var jar = root.resolve("metrics-service/target/metrics-service-exec.jar");
        var service = new ServiceUnderLoad(jar, work.resolve("service.log"), freePort(), database);
        try {
            service.start();
            return service;
        } catch (IOException | InterruptedException | RuntimeException e) {
            service.close();
            throw e;
        }
    }

    /** Starts it, anew after {@link #kill}, and waits until it answers. */
    void start() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        Java.program(),
                        "-Xms" + HEAP + "m",
                        "-Xmx" + HEAP + "m",
                        "-XX:+AlwaysPreTouch",
                        "-XX:+UseSerialGC",
                        "-jar",
                        jar.toString(),
                        "--server.port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment()
                .putAll(Map.of(
                        "KERNELIGN_DB_URL",
                        databaseUrl(),
                        "KERNELIGN_DB_USER",
                        database.user(),
                        "KERNELIGN_DB_PASSWORD",
                        ""));
        process = builder.start();
        var client = new MetricsClient(url());
        long end = System.nanoTime() + BOOT.toNanos();
        while (!client.isUp()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("metrics-service did not start:\n" + Files.readString(log));
            }
            Thread.sleep(100);
        }
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    String url() {
        return "http://localhost:" + port;
    }

    String databaseUrl() {
        return database.url(DATABASE);
    }

    String databaseUser() {
        return database.user();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        if (process != null) {
            process.destroy();
            process.onExit().join();
        }
        database.close();
    }
}

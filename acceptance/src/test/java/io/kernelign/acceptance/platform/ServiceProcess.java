package io.kernelign.acceptance.platform;

import io.kernelign.service.testing.HttpProbe;
import io.kernelign.service.testing.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One service in a process of its own, always on the same port; it can be killed and started again. */
final class ServiceProcess {

    private static final Duration BOOT = Duration.ofMinutes(3);

    private final Class<?> main;
    private final int port;
    private final Path log;
    private final Map<String, String> properties;
    private final Map<String, String> environment;
    private Process process;

    /** @param log takes what it prints, over all its starts */
    ServiceProcess(Class<?> main, Path log, Map<String, String> environment) {
        this.main = main;
        this.port = freePort();
        this.log = log;
        this.properties = new LinkedHashMap<>(Map.of("server.port", String.valueOf(port)));
        this.environment = environment;
    }

    /** Tells it before it starts what the others are called. */
    void tell(Map<String, String> more) {
        properties.putAll(more);
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** Starts it; {@link #awaitUp} tells when it is there. */
    void start() throws IOException {
        var builder = new ProcessBuilder(command(Map.of()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /**
     * What starts it.
     *
     * @param other settings in place of its own
     */
    List<String> command(Map<String, String> other) {
        var settings = new LinkedHashMap<>(properties);
        settings.putAll(other);
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        return command;
    }

    void awaitUp() {
        Waiting.until(main.getSimpleName() + " to be up", BOOT, this::health, "UP"::equals);
    }

    private String health() {
        if (!process.isAlive()) {
            throw new AssertionError(main.getSimpleName() + " did not start:\n" + said());
        }
        try {
            return new HttpProbe(url())
                    .get("/actuator/health")
                    .json()
                    .path("status")
                    .asString();
        } catch (AssertionError e) {
            return e.getMessage();
        }
    }

    private String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it as {@code kill -9} does, and waits until it is gone. */
    void kill() throws InterruptedException {
        destroy();
        process.waitFor();
    }

    void destroy() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    /** Ends it in good order, or else by force. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

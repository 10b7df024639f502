package io.kernelign.browser.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kernelign.service.testing.HttpProbe;
import io.kernelign.standalone.Kernelign;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * {@code kernelign demo} as a process of its own, one for this JVM: a platform with a data set, a recommendation and a job
 * that has succeeded. What it prints lies in {@code target/platform.log}.
 */
public final class Platform {

    /** The model that comes with it. */
    public static final String MODEL = "demo-concierge";

    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final String UP = "Still running";

    private static Platform started;

    private final Process process;
    private final Path log;
    private final String url;

    private Platform(Process process, Path log, String url) {
        this.process = process;
        this.log = log;
        this.url = url;
    }

    /** The platform; started when the first test asks, ended with this JVM. */
    public static synchronized Platform running() {
        if (started == null) {
            try {
                started = start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            started.awaitDemo();
        }
        return started;
    }

    private static Platform start() throws IOException {
        var target = Path.of("target").toAbsolutePath();
        var log = target.resolve("platform.log");
        Files.deleteIfExists(log);
        var port = freePort();
        var command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Kernelign.class.getName(),
                "demo",
                "--port",
                String.valueOf(port),
                "--data",
                Files.createTempDirectory(Files.createDirectories(target.resolve("platforms")), "platform-")
                        .toString());
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().put("OMP_WAIT_POLICY", "passive");
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new Platform(process, log, "http://localhost:" + port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitDemo() {
        var end = Instant.now().plus(PATIENCE);
        while (!printed().contains(UP)) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new AssertionError("the demo did not come to its end:\n" + printed());
            }
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while the demo ran", e);
            }
        }
    }

    private String printed() {
        try {
            return Files.readString(log, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return url;
    }

    /** Id of the data set that the demo uploaded. */
    public String dataset() {
        return first("/api/v1/datasets?limit=100", "demo");
    }

    /** Id of the job that the demo ran. */
    public String job() {
        return first("/api/v1/jobs?limit=100", "demo");
    }

    /** Id of the recommendation behind that job. */
    public String recommendation() {
        return http().get("/api/v1/jobs/" + job())
                .json()
                .get("recommendationId")
                .asString();
    }

    private String first(String path, String name) {
        for (var item : http().get(path).json().get("items")) {
            if (item.get("name").asString().equals(name)) {
                return item.get("id").asString();
            }
        }
        throw new AssertionError("nothing at " + path + " is called " + name);
    }

    /** The same platform by plain HTTP. */
    public HttpProbe http() {
        return new HttpProbe(url);
    }
}

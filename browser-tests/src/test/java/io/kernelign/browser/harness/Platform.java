package io.kernelign.browser.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kernelign.service.testing.HttpProbe;
import io.kernelign.service.testing.Waiting;
import io.kernelign.standalone.Kernelign;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The whole platform as a process of its own. What it prints lies in {@code target/platforms}. */
public final class Platform {

    /** The model that comes with the demo. */
    public static final String MODEL = "demo-concierge";

    private static final Duration PATIENCE = Duration.ofMinutes(8);

    /** The admin's key of the platform that asks for keys. */
    public static final String ADMIN_KEY = "kn_" + "7".repeat(43);

    private static Platform demo;
    private static Platform guarded;

    private final Process process;
    private final Path log;
    private final String url;

    private Platform(Process process, Path log, String url) {
        this.process = process;
        this.log = log;
        this.url = url;
    }

    /**
     * {@code kernelign demo}: a platform with a data set, a recommendation and a job that has succeeded. One for this JVM,
     * started when the first test asks.
     */
    public static synchronized Platform running() {
        if (demo == null) {
            demo = start("demo", Map.of(), "Still running");
        }
        return demo;
    }

    /** A platform on which nothing is ever trained and that asks for keys. One for this JVM, as the other. */
    public static synchronized Platform askingForKeys() {
        if (guarded == null) {
            guarded = start("serve", Map.of("KERNELIGN_ADMIN_KEY", ADMIN_KEY), "Kernelign is at");
        }
        return guarded;
    }

    private static Platform start(String command, Map<String, String> environment, String up) {
        try {
            var all = Files.createDirectories(Path.of("target", "platforms").toAbsolutePath());
            var folder = Files.createTempDirectory(all, command + "-");
            var platform = start(folder, command, environment, freePort());
            platform.await(up);
            return platform;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Platform start(Path folder, String command, Map<String, String> environment, int port)
            throws IOException {
        var log = folder.resolve("log");
        var builder = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Kernelign.class.getName(),
                        command,
                        "--port",
                        String.valueOf(port),
                        "--data",
                        folder.resolve("data").toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().put("OMP_WAIT_POLICY", "passive");
        builder.environment().putAll(environment);
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new Platform(process, log, "http://localhost:" + port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void await(String up) {
        Waiting.until(
                "the platform to come up", PATIENCE, this::printed, text -> text.contains(up) || !process.isAlive());
        if (!printed().contains(up)) {
            throw new AssertionError("the platform did not come up:\n" + printed());
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

package io.kernelign.standalone;

import io.kernelign.gateway.GatewayApplication;
import io.kernelign.metrics.MetricsApplication;
import io.kernelign.postgres.EmbeddedPostgresServer;
import io.kernelign.selector.SelectorApplication;
import io.kernelign.service.start.RefusedStartException;
import io.kernelign.trainer.TrainerApplication;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** The whole platform in this process: PostgreSQL, then the four services, each a context of its own. */
public final class Platform implements AutoCloseable {

    private static final String DATABASE = "kernelign";

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private String url;

    private Platform() {}

    /**
     * Starts everything and answers when the gateway does.
     *
     * @param say hears what is being done, a sentence at a time
     * @throws RefusedStartException when it cannot start, with the reason in one sentence
     */
    public static Platform start(PlatformOptions options, Consumer<String> say) throws IOException {
        requireFree(options.port());
        var platform = new Platform();
        try {
            platform.startAll(options, say);
            return platform;
        } catch (IOException | SQLException | RuntimeException e) {
            platform.close();
            throw e instanceof RefusedStartException refused
                    ? refused
                    : new RefusedStartException("The platform did not start: " + e.getMessage(), e);
        }
    }

    private void startAll(PlatformOptions options, Consumer<String> say) throws IOException, SQLException {
        Files.createDirectories(options.models());
        // Until the first service sets logging up, the database's library would tell all that initdb says.
        LoggingSystem.get(Platform.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        say.accept("Starting PostgreSQL in " + options.data());
        var postgres = EmbeddedPostgresServer.start(options.data().resolve("postgres"), 0);
        running.push(postgres);
        postgres.ensureDatabase(DATABASE);

        var settings = ServiceSettings.with("spring.datasource.url", postgres.url(DATABASE))
                .and("spring.datasource.username", postgres.user())
                .and("spring.datasource.password", "")
                .and("spring.main.register-shutdown-hook", "false")
                .and("logging.threshold.console", "WARN")
                .and("logging.level.org.apache.catalina.loader", "ERROR")
                .and(
                        "logging.file.name",
                        options.data().resolve("logs/kernelign.log").toString())
                .and("server.address", "127.0.0.1")
                .andAll(SharedSecret.unlessGiven())
                .and("kernelign.blobs.dir", options.data().resolve("blobs").toString())
                .and("kernelign.uploads.dir", options.data().resolve("uploads").toString())
                .and("kernelign.models.dir", options.models().toString())
                .and("kernelign.benchmarks.dir", options.benchmarks().toString())
                .and("kernelign.hub.dir", options.data().resolve("hub").toString());

        say.accept("Starting metrics-service");
        var metrics = start(settings.and("server.port", "0"), MetricsApplication.class, MetricsApplication.NAME);
        settings = settings.and("kernelign.services.metrics", metrics.url());
        String trainerPort;
        try (var reserved = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // The selector asks the trainer and the trainer the selector: one is told of the other before it is there.
            trainerPort = String.valueOf(reserved.getLocalPort());
            settings = settings.and("kernelign.services.trainer", "http://localhost:" + trainerPort);
            say.accept("Starting selector-service");
            var selector = start(settings.and("server.port", "0"), SelectorApplication.class, SelectorApplication.NAME);
            settings = settings.and("kernelign.services.selector", selector.url());
        }
        say.accept("Starting trainer-service");
        start(settings.and("server.port", trainerPort), TrainerApplication.class, "trainer-service");
        say.accept("Starting api-gateway");
        var port = String.valueOf(options.port());
        url = start(settings.and("server.port", port), GatewayApplication.class, GatewayApplication.NAME)
                .url();
    }

    private RunningContext start(ServiceSettings settings, Class<?> application, String name) {
        var context = RunningContext.start(settings, application, name);
        running.push(context);
        return context;
    }

    private static void requireFree(int port) throws IOException {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (BindException e) {
            throw new RefusedStartException(
                    "Port " + port + " is in use by another program; choose one with --port.", e);
        }
    }

    /** The gateway's base URL. */
    public String url() {
        return url;
    }

    /** Stops what was started, last first; PostgreSQL stops when nobody uses it any more. */
    @Override
    public void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                System.err.println("While stopping: " + e.getMessage());
            }
        }
    }
}

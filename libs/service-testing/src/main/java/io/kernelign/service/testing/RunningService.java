package io.kernelign.service.testing;

import io.kernelign.service.http.ServiceClients;
import io.kernelign.service.start.ServiceLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * A service as its main method starts it, for the length of a test class: a free port, a fresh database and an empty
 * blob store.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final RunningService METRICS = RunningService.of(MetricsApplication.class, "metrics-service");
 * }</pre>
 *
 * A service that calls another is given {@code .with("kernelign.services.metrics", METRICS::url)} and declared after
 * it, with {@code @Order} on both.
 */
public final class RunningService implements BeforeAllCallback, AfterAllCallback {

    private final Class<?> application;
    private final String name;
    private final Map<String, Supplier<String>> properties = new LinkedHashMap<>();
    private TestDatabase database;
    private Path folder;
    private ConfigurableApplicationContext context;

    private RunningService(Class<?> application, String name) {
        this.application = application;
        this.name = name;
    }

    /** @param name of the service's configuration file: {@code metrics-service} */
    public static RunningService of(Class<?> application, String name) {
        return new RunningService(application, name);
    }

    /** Sets a property; its value is asked for when the service starts. */
    public RunningService with(String property, Supplier<String> value) {
        properties.put(property, value);
        return this;
    }

    public RunningService with(String property, String value) {
        return with(property, () -> value);
    }

    /** Uses another service's blob store, as all do in one installation. */
    public RunningService sharingBlobsOf(RunningService other) {
        return with("kernelign.blobs.dir", () -> other.blobs().toString());
    }

    /** Where its blob store is, unless that is another's. */
    public Path blobs() {
        return folder.resolve("blobs");
    }

    @Override
    public void beforeAll(ExtensionContext test) throws IOException {
        database = TestPostgres.freshDatabase();
        folder = Files.createTempDirectory("kernelign-test-service");
        start();
    }

    /** Starts on the same database and blobs; needed only after {@link #stop}. */
    public void start() {
        var values = new TreeMap<>(database.properties());
        values.put("server.port", "0");
        values.put("kernelign.blobs.dir", blobs().toString());
        values.put("kernelign.uploads.dir", folder.resolve("uploads").toString());
        properties.forEach((property, value) -> values.put(property, value.get()));
        var args = values.entrySet().stream().map(value -> "--" + value.getKey() + "=" + value.getValue());
        context = ServiceLauncher.start(application, name, args.toArray(String[]::new));
    }

    /** Stops in good order. */
    public void stop() {
        context.close();
    }

    @Override
    public void afterAll(ExtensionContext test) throws IOException {
        if (context != null) {
            context.close();
        }
        FileSystemUtils.deleteRecursively(folder);
    }

    /** Base URL, without a slash at the end. */
    public String url() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** A client of one of its HTTP interfaces. */
    public <T> T client(Class<T> api) {
        return context.getBean(ServiceClients.class).create(api, url());
    }

    /** Plain HTTP to it. */
    public HttpProbe http() {
        return new HttpProbe(url());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The database that the service uses. */
    public TestDatabase database() {
        return database;
    }
}

package io.kernelign.acceptance.platform;

import io.kernelign.contracts.MetricsApi;
import io.kernelign.gateway.GatewayApplication;
import io.kernelign.metrics.MetricsApplication;
import io.kernelign.selector.SelectorApplication;
import io.kernelign.service.http.ServiceClients;
import io.kernelign.service.testing.HttpProbe;
import io.kernelign.service.testing.TestPostgres;
import io.kernelign.service.testing.TestS3;
import io.kernelign.trainer.TrainerApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The four services as four processes that share a database, a blob folder and a folder of models. What they print
 * lies in {@code target/platform/}.
 */
public final class Platform implements AutoCloseable {

    private final Path folder;
    private final Map<String, String> environment;
    private final ServiceProcess metrics;
    private final ServiceProcess selector;
    private final ServiceProcess trainer;
    private final ServiceProcess gateway;

    private Platform(Path folder, int trainerThreads, Map<String, String> environment) throws IOException {
        this.folder = folder;
        this.environment = environment;
        metrics = service(MetricsApplication.class, 1);
        selector = service(SelectorApplication.class, 1);
        trainer = service(TrainerApplication.class, trainerThreads);
        gateway = service(GatewayApplication.class, 1);
        Files.createDirectories(models());
        Files.createDirectories(uploads());
    }

    /**
     * Starts one and waits until all of it is up.
     *
     * @param trainerThreads threads that training may use
     */
    public static Platform start(int trainerThreads) throws IOException {
        return start(trainerThreads, Map.of());
    }

    /** The same with more settings, of all services. */
    static Platform start(int trainerThreads, Map<String, String> settings) throws IOException {
        return start(trainerThreads, settings, Map.of());
    }

    /** Starts one that has the tiny model and its blobs in a bucket. */
    public static Platform start(TestS3 s3) throws IOException {
        var platform = start(1, s3.properties(), s3.credentials());
        TinyModel.write(platform.models());
        return platform;
    }

    private static Platform start(int trainerThreads, Map<String, String> properties, Map<String, String> environment)
            throws IOException {
        var all = Files.createDirectories(Path.of("target", "platform").toAbsolutePath());
        var platform = new Platform(Files.createTempDirectory(all, "platform-"), trainerThreads, environment);
        try {
            platform.start(properties);
        } catch (IOException | RuntimeException | Error e) {
            platform.kill();
            throw e;
        }
        return platform;
    }

    private ServiceProcess service(Class<?> main, int threads) {
        var log = folder.resolve(main.getSimpleName() + ".log");
        // Threads that wait asleep: spinning at every barrier, they would only be in each other's way on a busy
        // machine.
        var all = new TreeMap<>(environment);
        all.put("OMP_NUM_THREADS", String.valueOf(threads));
        all.put("OMP_WAIT_POLICY", "passive");
        return new ServiceProcess(main, log, all);
    }

    private void start(Map<String, String> properties) throws IOException {
        var shared = new LinkedHashMap<>(TestPostgres.freshDatabase().properties());
        shared.put("kernelign.blobs.dir", blobs().toString());
        shared.put("kernelign.blobs.s3.cache-dir", folder.resolve("blob-cache").toString());
        shared.put("kernelign.models.dir", models().toString());
        shared.put("kernelign.benchmarks.dir", benchmarks().toString());
        shared.put("kernelign.hub.dir", folder.resolve("hub").toString());
        shared.put("kernelign.uploads.dir", uploads().toString());
        shared.put("kernelign.services.metrics", metrics.url());
        shared.put("kernelign.services.selector", selector.url());
        shared.put("kernelign.services.trainer", trainer.url());
        shared.putAll(properties);
        for (var service : services()) {
            service.tell(shared);
            service.start();
        }
        services().forEach(ServiceProcess::awaitUp);
    }

    private List<ServiceProcess> services() {
        return List.of(metrics, selector, trainer, gateway);
    }

    /** The gateway, by plain HTTP. */
    public HttpProbe http() {
        return new HttpProbe(gateway.url());
    }

    /** metrics-service as its peers call it. */
    public MetricsApi metrics() {
        return new ServiceClients().create(MetricsApi.class, metrics.url());
    }

    /** Each of the four, by plain HTTP. */
    public Stream<HttpProbe> doors() {
        return services().stream().map(service -> new HttpProbe(service.url()));
    }

    public Path models() {
        return folder.resolve("models");
    }

    public Path benchmarks() {
        return folder.resolve("benchmarks");
    }

    private Path blobs() {
        return folder.resolve("blobs");
    }

    private Path uploads() {
        return folder.resolve("uploads");
    }

    /** Every file that lies in the blob store or waits to get there. */
    public List<String> stored() throws IOException {
        return Stream.concat(files(blobs()).stream(), files(uploads()).stream()).toList();
    }

    /** Every file that waits to get into the blob store. */
    public List<String> waiting() throws IOException {
        return files(uploads());
    }

    private List<String> files(Path below) throws IOException {
        try (var files = Files.walk(below)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** {@code kill -9}. */
    public void killTrainer() throws InterruptedException {
        trainer.kill();
    }

    /** Starts the trainer again and waits until it is up. */
    public void restartTrainer() throws IOException {
        trainer.start();
        trainer.awaitUp();
    }

    /** Starts it again, after {@link #killTrainer} or in its place, with settings that add to those it had. */
    public void restartTrainer(Map<String, String> settings) throws IOException, InterruptedException {
        trainer.stop();
        trainer.tell(settings);
        restartTrainer();
    }

    /** What starts a trainer as that of the platform, on a port of its own. */
    public List<String> trainerCommand() {
        return trainer.command(Map.of("server.port", "0"));
    }

    /** {@code kill -9} of both. */
    public void killTrainerAndSelector() throws InterruptedException {
        trainer.kill();
        selector.kill();
    }

    /** Starts both again and waits until they are up. */
    public void restartTrainerAndSelector() throws IOException {
        trainer.start();
        selector.start();
        trainer.awaitUp();
        selector.awaitUp();
    }

    /** {@code kill -9} of all of it. */
    void kill() {
        services().forEach(ServiceProcess::destroy);
    }

    @Override
    public void close() throws InterruptedException {
        for (var service : services()) {
            service.stop();
        }
    }
}

package io.kernelign.benchmarks.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Four services that share a PostgreSQL and folders, with keys and signed calls as where others can reach them. */
public final class Platform implements AutoCloseable {

    private static final String GATEWAY = "api-gateway";
    private static final List<String> SERVICES =
            List.of("metrics-service", "selector-service", "trainer-service", GATEWAY);

    /** As in its image; its compilers would go before requests where it is run as root, which it is not there. */
    private static final List<String> OF_THE_GATEWAY = List.of(
            "-XX:+UseParallelGC",
            "-XX:ThreadPriorityPolicy=1",
            "-XX:JavaPriority1_To_OSPriority=19",
            "-XX:CompilerThreadPriority=0");

    /** As in the images of trainer and metrics. */
    private static final List<String> OF_OTHERS = List.of("-XX:+UseSerialGC");

    private final Path work;
    private final Database database;
    private final Map<String, ServiceProcess> services = new TreeMap<>();
    private final String key = "kn_" + random();

    private Platform(Path work) throws IOException, SQLException {
        this.work = work;
        this.database = Database.start(work.resolve("postgres"));
    }

    /**
     * Starts one and waits until all of it is up.
     *
     * @param work made anew
     * @param model the only one that there is, under the name of its folder
     * @param heap MiB that the heap of each service may take
     */
    public static Platform start(Path root, Path work, Path model, int heap)
            throws IOException, InterruptedException, SQLException {
        delete(work);
        for (var folder : List.of("blobs", "uploads", "benchmarks")) {
            Files.createDirectories(work.resolve(folder));
        }
        var platform = new Platform(work);
        try {
            platform.start(root, model, heap);
            return platform;
        } catch (IOException | InterruptedException | RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    private void start(Path root, Path model, int heap) throws IOException, InterruptedException {
        var environment = new TreeMap<>(database.environment());
        environment.put("KERNELIGN_ADMIN_KEY", key);
        environment.put("KERNELIGN_INTERNAL_SECRET", random());
        environment.put("OMP_NUM_THREADS", "1");
        environment.put("OMP_WAIT_POLICY", "PASSIVE");
        for (var name : SERVICES) {
            var java = new ArrayList<>(name.equals(GATEWAY) ? OF_THE_GATEWAY : OF_OTHERS);
            java.addAll(List.of("-Xmx" + heap + "m", "--enable-native-access=ALL-UNNAMED"));
            services.put(name, new ServiceProcess(root, work, name, java, List.of(), environment));
        }
        var shared = shared(model);
        for (var service : services.values()) {
            service.tell(shared);
            service.start();
        }
        for (var service : services.values()) {
            service.awaitUp();
        }
    }

    private List<String> shared(Path model) {
        var all = new ArrayList<>(List.of(
                "--kernelign.models.dir=" + model.getParent(),
                "--kernelign.hub.dir=" + work.resolve("hub"),
                "--kernelign.blobs.dir=" + work.resolve("blobs"),
                "--kernelign.uploads.dir=" + work.resolve("uploads"),
                "--kernelign.benchmarks.dir=" + work.resolve("benchmarks")));
        for (var name : List.of("metrics", "selector", "trainer")) {
            all.add("--kernelign.services." + name + "="
                    + services.get(name + "-service").url());
        }
        return all;
    }

    private static String random() {
        var bytes = new byte[32];
        new Random().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The gateway, as an admin of the tenant default. */
    public ApiClient client() {
        return new ApiClient(services.get("api-gateway").url(), key);
    }

    public Database database() {
        return database;
    }

    /** Everything that can be killed: the four services and the PostgreSQL. */
    public List<Victim> parts() {
        var all = new ArrayList<Victim>(services.values());
        all.add(database);
        return all;
    }

    /** Process of the gateway. */
    public long gateway() {
        return services.get("api-gateway").pid();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        services.values().forEach(ServiceProcess::close);
        database.close();
    }
}

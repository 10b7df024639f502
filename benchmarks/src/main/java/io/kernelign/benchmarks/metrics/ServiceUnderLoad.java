package io.kernelign.benchmarks.metrics;

import io.kernelign.benchmarks.platform.Database;
import io.kernelign.benchmarks.platform.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** metrics-service, which can be killed and started again, and its PostgreSQL. */
final class ServiceUnderLoad implements AutoCloseable {

    /** MiB that its heap may take. */
    static final int HEAP = 512;

    private final Database database;
    private final ServiceProcess service;

    private ServiceUnderLoad(Database database, ServiceProcess service) {
        this.database = database;
        this.service = service;
    }

    static ServiceUnderLoad start(Path root, Path work) throws IOException, InterruptedException, SQLException {
        var database = Database.start(work.resolve("postgres"));
        var java = List.of("-Xms" + HEAP + "m", "-Xmx" + HEAP + "m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC");
        var process = new ServiceProcess(root, work, "metrics-service", java, List.of(), database.environment());
        var service = new ServiceUnderLoad(database, process);
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
        service.start();
        service.awaitUp();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        service.kill();
    }

    String url() {
        return service.url();
    }

    Connection connect() throws SQLException {
        return database.connect();
    }

    @Override
    public void close() throws IOException {
        service.close();
        database.close();
    }
}

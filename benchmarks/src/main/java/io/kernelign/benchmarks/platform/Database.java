package io.kernelign.benchmarks.platform;

import io.kernelign.postgres.EmbeddedPostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL, as durable as any, always on the same port. */
public final class Database implements Victim, AutoCloseable {

    private static final String NAME = "kernelign";

    /** At once; sessions that lose their server to a KILL go on until they have ended what they are at. */
    private static final String END_WITH_ALL_SESSIONS = "QUIT";

    private final Path folder;
    private final int port;
    private EmbeddedPostgresServer server;
    private Tether tether;

    private Database(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** @param folder made and initialised when it is not there */
    public static Database start(Path folder) throws IOException, SQLException {
        var database = new Database(folder, Ports.free());
        database.start();
        database.server.ensureDatabase(NAME);
        return database;
    }

    /** Variables by which a service finds it. */
    public Map<String, String> environment() {
        return Map.of(
                "KERNELIGN_DB_URL", server.url(NAME), "KERNELIGN_DB_USER", server.user(), "KERNELIGN_DB_PASSWORD", "");
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public void start() throws IOException {
        server = EmbeddedPostgresServer.start(folder, port);
        tether = Tether.to(postmaster(), END_WITH_ALL_SESSIONS);
    }

    @Override
    public void awaitUp() {
        // It is up once it was started.
    }

    /** Ends the server and all processes of its sessions. */
    @Override
    public void kill() throws IOException {
        tether.close();
        var postmaster = ProcessHandle.of(postmaster()).orElseThrow();
        var all = Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
        try {
            server.close();
        } catch (IOException e) {
            // There is nothing left to stop; the folder is free again.
        }
    }

    private long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0).trim());
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(server.url(NAME), server.user(), "");
    }

    @Override
    public void close() throws IOException {
        tether.close();
        server.close();
    }
}

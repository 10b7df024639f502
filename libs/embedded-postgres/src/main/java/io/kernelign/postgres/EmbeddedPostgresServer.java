package io.kernelign.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A PostgreSQL server of our own on the loopback interface, whose data stay in a folder. It is as durable as any: the
 * test settings of the library that starts it ({@code fsync} and {@code synchronous_commit} off) are overridden. A
 * server that a killed process left running in the same folder is stopped first.
 *
 * <p>It stops when it is closed, not by a shutdown hook of its own, so that its users can be stopped before it.
 */
public final class EmbeddedPostgresServer implements AutoCloseable {

    private static final Duration RECOVERY = Duration.ofMinutes(2);

    private final EmbeddedPostgres server;

    private EmbeddedPostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts the server.
     *
     * @param data made and initialised when it is not there
     * @param port 0 takes a free one
     * @throws IOException when another living process uses the folder, or the server does not come up
     */
    public static EmbeddedPostgresServer start(Path data, int port) throws IOException {
        Files.createDirectories(data);
        OrphanedPostmaster.stop(data);
        return new EmbeddedPostgresServer(EmbeddedPostgres.builder()
                .setDataDirectory(data.toAbsolutePath())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(RECOVERY)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setPort(port)
                .start());
    }

    /** JDBC URL of a database of this server; it need not exist. */
    public String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    /** The only user; any password is accepted from this machine. */
    public String user() {
        return "postgres";
    }

    /** Creates a database unless it is there. */
    public void ensureDatabase(String name) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var find = connection.prepareStatement("select 1 from pg_database where datname = ?");
                var create = connection.createStatement()) {
            find.setString(1, name);
            if (!find.executeQuery().next()) {
                create.execute("create database " + create.enquoteIdentifier(name, true));
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

package io.kernelign.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A PostgreSQL server of our own on the loopback interface, as durable as any, whose data stay in a folder. A server
 * that a killed process left running in the same folder is stopped first. It works as root too, which PostgreSQL
 * itself refuses to run as.
 *
 * <p>It stops when it is closed, not by a shutdown hook of its own, so that its users can be stopped before it.
 */
public final class EmbeddedPostgresServer implements AutoCloseable {

    private final Cluster cluster;
    private final FolderLock lock;
    private final int port;

    private EmbeddedPostgresServer(Cluster cluster, FolderLock lock, int port) {
        this.cluster = cluster;
        this.lock = lock;
        this.port = port;
    }

    /**
     * Starts the server.
     *
     * @param folder made and initialised when it is not there
     * @param port 0 takes a free one
     * @throws IOException when another living process uses the folder, or the server does not come up
     */
    public static EmbeddedPostgresServer start(Path folder, int port) throws IOException {
        return start(folder, port, Identity.find());
    }

    static EmbeddedPostgresServer start(Path folder, int port, Identity identity) throws IOException {
        var lock = FolderLock.take(folder);
        try {
            var cluster = new Cluster(folder.toAbsolutePath().resolve("data"), new Programs(identity));
            cluster.stopOrphan();
            cluster.initialise();
            var chosen = port == 0 ? FreePort.find() : port;
            cluster.start(chosen);
            return new EmbeddedPostgresServer(cluster, lock, chosen);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** JDBC URL of a database of this server; it need not exist. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The only user; any password is accepted from this machine. */
    public String user() {
        return Cluster.USER;
    }

    /** Creates a database unless it is there. */
    public void ensureDatabase(String name) throws SQLException {
        try (var connection = DriverManager.getConnection(url("postgres"), user(), "");
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
        try {
            cluster.stop();
        } finally {
            lock.close();
        }
    }
}

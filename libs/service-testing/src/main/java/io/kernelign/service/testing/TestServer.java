package io.kernelign.service.testing;

import io.kernelign.postgres.EmbeddedPostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.springframework.util.FileSystemUtils;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Where the server of the tests listens; {@code base} is a JDBC URL up to the database's name. */
record TestServer(String base, String user, String password) {

    private static final String IMAGE = "postgres:17-alpine";

    static TestServer start(String wish) {
        return switch (wish == null ? "" : wish) {
            case "" ->
                DockerClientFactory.instance().isDockerAvailable()
                        ? container()
                        : embedded("no container engine answers");
            case "container" -> container();
            case "embedded" -> embedded("TEST_PG asks for it");
            default ->
                throw new IllegalStateException("TEST_PG is \"" + wish + "\"; accepted is container or embedded");
        };
    }

    private static TestServer container() {
        System.out.println("PostgreSQL for these tests: " + IMAGE + " in a container");
        var container = new PostgreSQLContainer(IMAGE);
        container.start();
        var base = "jdbc:postgresql://" + container.getHost() + ":"
                + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT) + "/";
        return new TestServer(base, container.getUsername(), container.getPassword());
    }

    private static TestServer embedded(String reason) {
        System.out.println("PostgreSQL for these tests: embedded (" + reason + ")");
        try {
            var folder = Files.createTempDirectory("kernelign-test-postgres");
            var server = EmbeddedPostgresServer.start(folder, 0);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    server.close();
                    FileSystemUtils.deleteRecursively(folder);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
            return new TestServer(server.url(""), server.user(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url(String database) {
        return base + database;
    }
}

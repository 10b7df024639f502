package io.kernelign.service.testing;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The PostgreSQL of this test JVM: one server, started when first asked for and printed, in a container where a
 * Docker-compatible engine answers, else the embedded one. Environment variable {@code TEST_PG} forces
 * {@code container} (which then fails without an engine) or {@code embedded}.
 */
public final class TestPostgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    /** A new, empty database. */
    public static TestDatabase freshDatabase() {
        var name = "test_" + DATABASES.incrementAndGet();
        var server = Holder.SERVER;
        try (var connection = DriverManager.getConnection(server.url("postgres"), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create a test database", e);
        }
        return new TestDatabase(server.url(name), server.user(), server.password());
    }

    private static final class Holder {
        static final TestServer SERVER = TestServer.start(System.getenv("TEST_PG"));
    }
}

package io.kernelign.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresServerTest {

    @TempDir
    Path folder;

    @Test
    void data_outlive_the_server_and_writes_are_durable() throws Exception {
        try (var server = EmbeddedPostgresServer.start(folder, 0)) {
            server.ensureDatabase("kernelign");
            server.ensureDatabase("kernelign");
            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "create table t as select 42 as x; select x from t"))
                    .isEqualTo("42");
        }
        try (var server = EmbeddedPostgresServer.start(folder, 0)) {
            assertThat(ask(server, "select x from t")).isEqualTo("42");
        }
    }

    @Test
    void it_runs_under_every_identity_that_this_machine_has_for_it() throws Exception {
        var identities = Stream.of(Identity.values()).filter(Identity::works).toList();
        assertThat(identities).isNotEmpty();
        for (var identity : identities) {
            var own = folder.resolve(identity.name());
            try (var server = EmbeddedPostgresServer.start(own, 0, identity)) {
                server.ensureDatabase("kernelign");
            }
            try (var server = EmbeddedPostgresServer.start(own, 0, identity)) {
                assertThat(ask(server, "select 1")).as(identity.name()).isEqualTo("1");
            }
        }
    }

    @Test
    void what_the_server_says_is_told_when_it_does_not_start() throws Exception {
        EmbeddedPostgresServer.start(folder, 0).close();
        Files.writeString(folder.resolve("data/postgresql.conf"), "no_such_setting = 1\n");

        assertThatThrownBy(() -> EmbeddedPostgresServer.start(folder, 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("pg_ctl failed");
        Files.writeString(folder.resolve("data/postgresql.conf"), "");
        EmbeddedPostgresServer.start(folder, 0).close();
    }

    @Test
    void a_server_left_by_a_killed_process_is_stopped_and_its_data_are_whole() throws Exception {
        var owner = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        var orphan = ProcessHandle.of(postmasterPid(owner)).orElseThrow();
        owner.destroyForcibly().waitFor();
        assertThat(orphan.isAlive()).isTrue();

        try (var server = EmbeddedPostgresServer.start(folder, 0)) {
            assertThat(orphan.onExit()).succeedsWithin(Duration.ofSeconds(20));
            assertThat(ask(server, "select x from t")).isEqualTo("7");
        }
    }

    @Test
    void a_folder_that_a_living_process_uses_is_refused() throws Exception {
        try (var server = EmbeddedPostgresServer.start(folder, 0)) {
            assertThatThrownBy(() -> EmbeddedPostgresServer.start(folder, 0))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use by another running process");
            assertThat(server.url("x")).startsWith("jdbc:postgresql://127.0.0.1:");
        }
    }

    private static long postmasterPid(Process owner) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(owner.getInputStream(), StandardCharsets.UTF_8));
        return Long.parseLong(lines.lines()
                .filter(line -> line.startsWith("postmaster "))
                .findFirst()
                .orElseThrow()
                .substring("postmaster ".length()));
    }

    private static String ask(EmbeddedPostgresServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url("kernelign"), server.user(), "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
            while (statement.getResultSet() == null) {
                statement.getMoreResults();
            }
            statement.getResultSet().next();
            return statement.getResultSet().getString(1);
        }
    }

    /** Starts a server, says which process it is, and waits to be killed. */
    static final class Owner {
        public static void main(String[] args) throws Exception {
            var folder = Path.of(args[0]);
            var server = EmbeddedPostgresServer.start(folder, 0);
            server.ensureDatabase("kernelign");
            ask(server, "create table t as select 7 as x; select x from t");
            var pid = Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0);
            System.out.println("postmaster " + pid);
            System.in.read();
        }
    }
}

package io.kernelign.service.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.kernelign.postgres.EmbeddedPostgresServer;
import io.kernelign.service.testing.sample.SampleApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** How a service starts, and fails to, as a process of its own. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class StartTest {

    @TempDir
    Path folder;

    private Process service;

    private Stream<String> start(Map<String, String> properties, String... words) throws IOException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SampleApplication.class.getName()));
        var all = new TreeMap<>(properties);
        all.put("kernelign.blobs.dir", folder.resolve("blobs").toString());
        all.forEach((name, value) -> command.add("--" + name + "=" + value));
        command.addAll(List.of(words));
        service = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new BufferedReader(new InputStreamReader(service.getInputStream(), StandardCharsets.UTF_8)).lines();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (service != null) {
            service.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_port_in_use_is_one_sentence_and_exit_code_1() throws Exception {
        try (var taken = new ServerSocket(0)) {
            var properties = new TreeMap<>(TestPostgres.freshDatabase().properties());
            properties.put("server.port", String.valueOf(taken.getLocalPort()));

            var complaints = complaints(start(properties));

            assertThat(complaints)
                    .singleElement()
                    .asString()
                    .endsWith("Port " + taken.getLocalPort()
                            + " is in use by another program; choose one with --server.port.");
            assertThat(service.waitFor()).isEqualTo(1);
        }
    }

    @Test
    void a_database_that_refuses_is_one_sentence_and_exit_code_1() throws Exception {
        var properties = new TreeMap<>(TestPostgres.freshDatabase().properties());
        properties.compute("spring.datasource.url", (name, url) -> url + "_missing");

        var complaints = complaints(start(properties));

        assertThat(complaints).singleElement().asString().contains("refuses the connection");
        assertThat(service.waitFor()).isEqualTo(1);
    }

    @Test
    void a_service_waits_for_postgresql_says_so_once_and_goes_on_when_it_comes() throws Exception {
        var port = freePort();
        var lines = start(Map.of(
                        "spring.datasource.url", "jdbc:postgresql://localhost:" + port + "/postgres",
                        "spring.datasource.username", "postgres",
                        "kernelign.database.retry", "20ms",
                        "server.port", "0"))
                .iterator();
        assertThat(until(lines, "waiting for it"))
                .last(STRING)
                .contains("PostgreSQL at jdbc:postgresql://localhost:" + port + "/postgres is away");

        try (var server = EmbeddedPostgresServer.start(folder.resolve("data"), port)) {
            assertThat(server.url("postgres")).contains(String.valueOf(port));
            assertThat(until(lines, "Started SampleApplication"))
                    .noneMatch(line -> line.contains("is away"))
                    .anyMatch(line -> line.contains("PostgreSQL is there after"));
            stop();
        }
    }

    @Test
    void told_to_migrate_it_brings_its_schema_up_to_date_and_ends_without_ever_listening() throws Exception {
        var database = TestPostgres.freshDatabase();

        var log = start(database.properties(), "migrate").toList();

        assertThat(service.waitFor()).as(String.join("\n", log)).isZero();
        assertThat(log).noneMatch(line -> line.contains("Tomcat"));
        assertThat(JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()))
                        .sql("select to_regclass('sample.note') is not null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** The log up to and including the line with the text. */
    private static List<String> until(Iterator<String> lines, String text) {
        var seen = new ArrayList<String>();
        while (lines.hasNext()) {
            seen.add(lines.next());
            if (seen.get(seen.size() - 1).contains(text)) {
                return seen;
            }
        }
        throw new AssertionError("the log ended without \"" + text + "\":\n" + String.join("\n", seen));
    }

    private static List<String> complaints(Stream<String> log) {
        return log.filter(line -> !line.contains(" INFO ") && !line.isBlank()).toList();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

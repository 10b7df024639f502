package io.kernelign.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL's data directory and the server that may run on it. */
final class Cluster {

    static final String USER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final String START_SECONDS = "120";
    private static final String STOP_SECONDS = "60";

    private final Path data;
    private final Programs programs;

    Cluster(Path data, Programs programs) {
        this.data = data;
        this.programs = programs;
    }

    void initialise() throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        programs.identity().own(Files.createDirectories(data));
        programs.run(
                "initdb",
                "-D",
                data.toString(),
                "--username=" + USER,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
    }

    void start(int port) throws IOException {
        programs.run(
                "pg_ctl",
                "-D",
                data.toString(),
                "-l",
                data.resolve("server.log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c timezone=UTC"
                        + " -c max_connections=200",
                "-w",
                "-t",
                START_SECONDS,
                "start");
    }

    void stop() throws IOException {
        programs.run("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "-t", STOP_SECONDS, "stop");
    }

    /** Stops a server that outlived its owner. */
    void stopOrphan() throws IOException {
        var pid = postmaster();
        if (pid > 0) {
            LOG.info("stopping the PostgreSQL (process {}) that was left running in {}", pid, data);
            stop();
        }
    }

    /** The process that postmaster.pid names, if it is a PostgreSQL, for ids are used again; else 0. */
    private long postmaster() throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return 0;
        }
        var pid = Long.parseLong(Files.readAllLines(file).get(0).trim());
        return ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .map(ProcessHandle::pid)
                .orElse(0L);
    }
}

package io.kernelign.benchmarks.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Connections to a port of this machine that are open, be they idle. */
record OpenConnections(int port) {

    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final String ESTABLISHED = "01";
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);
    private static final int LOOK_MILLIS = 200;

    long count() throws IOException {
        long open = 0;
        for (var table : TABLES) {
            open += count(Files.readAllLines(table));
        }
        return open;
    }

    /** How many a table of the system's (proc(5)) knows. */
    long count(List<String> table) {
        var local = String.format(":%04X", port);
        return table.stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(row -> row[ADDRESS].endsWith(local) && row[STATE].equals(ESTABLISHED))
                .count();
    }

    /**
     * Waits until who waits at the port has closed all of them, since nobody asks any more.
     *
     * @throws IOException it has not within three minutes
     */
    void awaitNone() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (count() > 0) {
            if (System.nanoTime() > end) {
                throw new IOException(count() + " connections to port " + port + " are still open");
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }
}

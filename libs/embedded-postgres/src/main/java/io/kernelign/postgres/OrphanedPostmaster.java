package io.kernelign.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that outlived the process that had started it. */
final class OrphanedPostmaster {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedPostmaster.class);

    /** Held by the process that owns the folder, for as long as it lives. */
    private static final String LOCK = "epg-lock";

    private static final long POLITE_SECONDS = 20;

    private OrphanedPostmaster() {}

    static void stop(Path data) throws IOException {
        var orphan = find(data);
        if (orphan.isPresent()) {
            refuseIfOwned(data);
            LOG.info(
                    "stopping the PostgreSQL (process {}) that was left running in {}",
                    orphan.get().pid(),
                    data);
            end(orphan.get());
        }
    }

    /** The process that postmaster.pid names, if it is a PostgreSQL: ids are reused. */
    private static Optional<ProcessHandle> find(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var pid = Long.parseLong(Files.readAllLines(file).get(0).trim());
        return ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"));
    }

    private static void refuseIfOwned(Path data) throws IOException {
        try (var channel = FileChannel.open(data.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                throw inUse(data);
            }
        } catch (OverlappingFileLockException e) {
            throw inUse(data);
        }
    }

    private static IOException inUse(Path data) {
        return new IOException("the database folder " + data + " is in use by another running process");
    }

    private static void end(ProcessHandle process) throws IOException {
        try {
            process.destroy();
            process.onExit().get(POLITE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (ExecutionException e) {
            throw new IOException("cannot stop process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while stopping process " + process.pid(), e);
        }
    }
}

package io.kernelign.hub;

import io.kernelign.fetch.FetchListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;

/**
 * Models on disk: {@code models--owner--name/COMMIT}. Such a folder is whole from the moment that it is there; what is
 * being fetched lies in {@code COMMIT.part} beside it.
 */
record HubCache(Path path) {

    private static final long POLL_MILLIS = 200;

    /** @param model empty is the answer unless its revision is a commit */
    Optional<Path> find(HubModel model) {
        return model.commit().map(commit -> folder(model)).filter(Files::isDirectory);
    }

    Path staging(HubModel model) {
        return sibling(model, ".part");
    }

    private Path folder(HubModel model) {
        return sibling(model, "");
    }

    private Path sibling(HubModel model, String suffix) {
        return path.resolve("models--" + model.repository().replace("/", "--"))
                .resolve(model.commit().orElseThrow() + suffix);
    }

    /** Makes what was staged a model. */
    void publish(HubModel model) throws IOException {
        Files.move(staging(model), folder(model), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Throws away what was staged. */
    void discard(HubModel model) throws IOException {
        try (var files = Files.walk(staging(model))) {
            files.sorted(Comparator.reverseOrder()).forEach(HubCache::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something that is done under a lock. */
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** Waits until nobody else fetches the same model, in this process or in another one that shares the folder. */
    void alone(HubModel model, FetchListener listener, Work work) throws IOException, InterruptedException {
        Files.createDirectories(staging(model).getParent());
        try (var file =
                FileChannel.open(sibling(model, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (!isLocked(file)) {
                listener.check();
                Thread.sleep(POLL_MILLIS);
            }
            work.run();
        }
    }

    /** Takes the lock, which goes with the file, or answers that another has it. */
    private static boolean isLocked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}

package io.kernelign.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Fetches one file: it appears whole and with the checksum that was promised, or not at all. */
public final class Download {

    private static final int CHUNK = 1 << 16;

    private final RemoteFile remote;
    private final Path file;
    private final Path part;
    private final Perseverance perseverance;
    private final FetchListener listener;

    /** @param file where it goes; what has come of it lies beside it, as {@code NAME.part} */
    public Download(RemoteFile remote, Path file, Perseverance perseverance, FetchListener listener) {
        this.remote = remote;
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.perseverance = perseverance;
        this.listener = listener;
    }

    /**
     * Goes on where an earlier try has ended; does nothing when the file is here.
     *
     * @throws FetchException when it cannot be had
     * @throws IOException when it cannot be kept
     */
    public void run() throws IOException, InterruptedException {
        if (Files.exists(file)) {
            return;
        }
        var promised = new Patience(remote.server(), perseverance, listener).insist(this::have, this::transfer);
        if (promised.isPresent()) {
            requireSame(promised.get());
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void requireSame(Checksum promised) throws IOException {
        var found = promised.of(part);
        if (!found.equals(promised)) {
            Files.delete(part);
            throw new FetchException(remote + " arrived with " + found + "; accepted is " + promised + ", as "
                    + remote.server() + " says");
        }
    }

    private long have() {
        return part.toFile().length();
    }

    /** Brings what is missing, and tells what the whole must be. */
    private Optional<Checksum> transfer() throws IOException {
        try (var opened = remote.open(have())) {
            copy(opened.body(), opened.from(), opened.total());
            return opened.promised();
        } catch (CannotResumeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    private void requireAtMost(long bytes, boolean told) {
        if (bytes > remote.most(told)) {
            throw new FetchException(remote + " is larger than the limit of " + remote.most(told) + " bytes");
        }
    }

    private void copy(InputStream in, long from, long total) throws IOException {
        requireAtMost(total, total >= 0);
        try (var out = new PartFile(part, from)) {
            var chunk = new byte[CHUNK];
            long at = from;
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                at += read;
                requireAtMost(at, total >= 0);
                out.write(chunk, read);
                listener.fetched(remote.name(), at, total);
            }
            if (at < total) {
                throw new IOException(
                        "the connection ended after " + at + " of " + total + " bytes of " + remote.name());
            }
        }
    }
}

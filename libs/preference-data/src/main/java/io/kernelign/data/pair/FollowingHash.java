package io.kernelign.data.pair;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The SHA-256 of a file that becomes final from its beginning on: a thread of its own follows as far as it is. To be closed. */
public final class FollowingHash implements Closeable {

    private static final int PIECE = 1 << 18;

    private final FileChannel file;
    private final MessageDigest digest = ContentHash.sha256();
    private final ByteBuffer piece = ByteBuffer.allocate(PIECE);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        var follower = new Thread(task, "content-hash");
        follower.setDaemon(true);
        return follower;
    });
    private CompletableFuture<Void> hashed = CompletableFuture.completedFuture(null);
    private long told;

    public FollowingHash(Path path) throws IOException {
        this.file = FileChannel.open(path);
    }

    /** What stands before that place is final. */
    public void finalTo(long end) {
        if (end - told >= PIECE) {
            follow(end);
        }
    }

    /** The hash, in lower-case hexadecimal digits, of what stands before that place, which is where the file ends. */
    public String hex(long end) throws IOException {
        follow(end);
        try {
            hashed.join();
        } catch (CompletionException e) {
            throw ((UncheckedIOException) e.getCause()).getCause();
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void follow(long end) {
        long begin = told;
        told = end;
        hashed = hashed.thenRunAsync(() -> add(begin, end), thread);
    }

    private void add(long begin, long end) {
        try {
            for (long at = begin; at < end; at += piece.position()) {
                piece.clear().limit((int) Math.min(PIECE, end - at));
                if (file.read(piece, at) < 0) {
                    throw new IOException("the file ends at " + file.size() + " instead of " + end);
                }
                digest.update(piece.array(), 0, piece.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the thread, which may not be done. */
    @Override
    public void close() throws IOException {
        thread.shutdownNow();
        file.close();
    }
}

package io.kernelign.benchmarks.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file as the body of a request, which tells when its last byte was asked for. */
final class TimedBody extends FilterInputStream {

    private volatile long endedAt;

    private TimedBody(InputStream file) {
        super(file);
    }

    static TimedBody of(Path file) throws IOException {
        return new TimedBody(Files.newInputStream(file));
    }

    /** To be sent once. */
    BodyPublisher publisher(long length) {
        return HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofInputStream(() -> this), length);
    }

    /** As {@link System#nanoTime()} tells it. */
    long endedAt() {
        return endedAt;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int got = super.read(target, offset, length);
        if (got < 0) {
            endedAt = System.nanoTime();
        }
        return got;
    }
}

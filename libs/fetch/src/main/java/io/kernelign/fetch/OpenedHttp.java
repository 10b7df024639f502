package io.kernelign.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Content that is sent over HTTP. */
record OpenedHttp(HttpAnswer answer, long from, Optional<Checksum> promised) implements RemoteFile.Opened {

    /** What an answer promises of the whole; throws when it brings no content. */
    interface Check {
        Optional<Checksum> promise(HttpAnswer answer) throws IOException;
    }

    /** @param wanted the first byte that was asked for */
    static OpenedHttp of(HttpAnswer answer, long wanted, RemoteFile file, Check check) throws IOException {
        try {
            boolean resumed = answer.status() == 206;
            if (answer.status() == 416 || resumed && !startsAt(wanted, answer)) {
                throw new CannotResumeException(file);
            }
            return new OpenedHttp(answer, resumed ? wanted : 0, check.promise(answer));
        } catch (IOException | RuntimeException e) {
            answer.close();
            throw e;
        }
    }

    private static boolean startsAt(long first, HttpAnswer answer) {
        return answer.header("Content-Range").orElse("").startsWith("bytes " + first + "-");
    }

    @Override
    public long total() {
        return answer.length().isPresent() ? from + answer.length().getAsLong() : -1;
    }

    @Override
    public InputStream body() throws IOException {
        return answer.body();
    }

    @Override
    public void close() {
        answer.close();
    }
}

package io.kernelign.gateway.upload;

import io.kernelign.fetch.FetchException;
import io.kernelign.fetch.FetchListener;
import io.kernelign.service.problem.NotFoundException;
import io.kernelign.service.problem.Problems;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.http.HttpStatus;

/** Tells how much of an upload has come from its source, and ends the fetch when nobody wants it any more. */
final class FetchWatch implements FetchListener {

    private static final long BETWEEN_TELLING = Duration.ofMillis(500).toNanos();

    private final Uploads uploads;
    private final Upload upload;
    private final ProblemJson problems;
    private final BooleanSupplier ending;
    private final Duration timeout;
    private final long startedAt = System.nanoTime();
    private long before;
    private long current;
    private Map<String, Object> delay;
    private long toldAt = System.nanoTime();

    /** @param timeout how long the fetch may take */
    FetchWatch(Uploads uploads, Upload upload, ProblemJson problems, BooleanSupplier ending, Duration timeout) {
        this.uploads = uploads;
        this.upload = upload;
        this.problems = problems;
        this.ending = ending;
        this.timeout = timeout;
    }

    /** Bytes of the files that are here, and of the one that comes. */
    long bytes() {
        return before + current;
    }

    /** A file is here with all its bytes. */
    void whole(long bytes) {
        before += bytes;
        current = 0;
    }

    @Override
    public void check() {
        if (System.nanoTime() - toldAt > BETWEEN_TELLING) {
            tell();
        }
    }

    @Override
    public void fetched(String file, long bytes, long total) {
        current = bytes;
        delay = null;
        check();
    }

    @Override
    public void delayed(String sentence) {
        delay = problems.map(Problems.of(HttpStatus.BAD_GATEWAY, sentence));
        tell();
    }

    /** @throws NotFoundException the upload has been removed */
    void tell() {
        if (ending.getAsBoolean()) {
            throw new InterruptedImportException(upload.id());
        }
        if (System.nanoTime() - startedAt > timeout.toNanos()) {
            throw new FetchException(upload.shownSource() + " takes longer than " + timeout.toMinutes() + " minutes");
        }
        uploads.fetching(upload, bytes(), delay);
        toldAt = System.nanoTime();
    }
}

package io.kernelign.trainer.work;

import io.kernelign.fetch.FetchListener;
import io.kernelign.trainer.job.JobEvents;
import io.kernelign.trainer.job.Lease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Tells the job's log how the fetch of its model goes, and the fetch when to stop. */
final class FetchReport implements FetchListener {

    private static final Duration TELL_EVERY = Duration.ofSeconds(2);
    private static final Duration CHECK_EVERY = Duration.ofMillis(500);
    private static final double MEGABYTE = 1e6;

    private final Lease lease;
    private final JobEvents events;
    private final StopSignal stop;
    private final Clock clock;
    private Instant checked = Instant.EPOCH;
    private Instant told = Instant.EPOCH;

    FetchReport(Lease lease, JobEvents events, StopSignal stop, Clock clock) {
        this.lease = lease;
        this.events = events;
        this.stop = stop;
        this.clock = clock;
    }

    @Override
    public void check() {
        var now = clock.instant();
        if (!now.isBefore(checked.plus(CHECK_EVERY))) {
            checked = now;
            stop.check();
        }
    }

    @Override
    public void fetched(String file, long bytes, long total) {
        check();
        var now = clock.instant();
        if (bytes == total || !now.isBefore(told.plus(TELL_EVERY))) {
            told = now;
            var message = String.format(Locale.ROOT, "%s: %.1f of %.1f MB.", file, bytes / MEGABYTE, total / MEGABYTE);
            events.append(lease, "model", message, Map.of("file", file, "bytes", bytes, "totalBytes", total));
        }
    }

    @Override
    public void delayed(String sentence) {
        events.append(lease, "warning", sentence, Map.of());
    }
}

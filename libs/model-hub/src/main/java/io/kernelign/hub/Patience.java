package io.kernelign.hub;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Tries again what failed for a reason that may pass, a few times and with growing pauses. */
final class Patience {

    private static final Duration SLICE = Duration.ofMillis(200);

    private final HubSettings settings;
    private final FetchListener listener;

    Patience(HubSettings settings, FetchListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /** One try. */
    interface Attempt<T> {
        T run() throws IOException, InterruptedException;
    }

    <T> T insist(Attempt<T> attempt) throws InterruptedException {
        return insist(() -> 0, attempt);
    }

    /**
     * @param progress grows when a try got something done; its failure is then the first of a new row
     * @throws HubException when too many tries failed in a row
     */
    <T> T insist(LongSupplier progress, Attempt<T> attempt) throws InterruptedException {
        for (int failures = 0; ; ) {
            long before = progress.getAsLong();
            listener.check();
            try {
                return attempt.run();
            } catch (IOException e) {
                failures = progress.getAsLong() > before ? 1 : failures + 1;
                if (failures >= settings.tries()) {
                    throw new HubException(sentence(e) + "; gave up after " + failures + " tries", e);
                }
                pause(failures, e);
            }
        }
    }

    private void pause(int failures, IOException reason) throws InterruptedException {
        var asked = reason instanceof TryAgainException again ? again.after() : Optional.<Duration>empty();
        var pause = asked.orElseGet(() -> settings.firstPause().multipliedBy(1L << Math.min(failures - 1, 20)));
        if (asked.isPresent() && pause.compareTo(settings.longestPause()) > 0) {
            throw new HubException(sentence(reason) + " and asks to wait " + pause.toSeconds() + " seconds", reason);
        }
        listener.delayed(sentence(reason) + "; trying again in " + pause.toSeconds() + " seconds.");
        sleep(pause.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : pause);
    }

    private void sleep(Duration pause) throws InterruptedException {
        for (long end = System.nanoTime() + pause.toNanos(); end - System.nanoTime() > 0; ) {
            listener.check();
            Thread.sleep(Math.min(SLICE.toMillis(), 1 + (end - System.nanoTime()) / 1_000_000));
        }
    }

    private String sentence(IOException reason) {
        return reason instanceof TryAgainException
                ? reason.getMessage()
                : settings.endpoint() + " cannot be read: " + reason.getMessage();
    }
}

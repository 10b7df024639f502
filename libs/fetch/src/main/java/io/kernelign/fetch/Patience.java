package io.kernelign.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Tries again what failed for a reason that may pass, a few times and with growing pauses. */
final class Patience {

    private static final Duration SLICE = Duration.ofMillis(200);

    private final String server;
    private final Perseverance perseverance;
    private final FetchListener listener;

    /** @param server as a sentence names it */
    Patience(String server, Perseverance perseverance, FetchListener listener) {
        this.server = server;
        this.perseverance = perseverance;
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
     * @throws FetchException when too many tries failed in a row
     */
    <T> T insist(LongSupplier progress, Attempt<T> attempt) throws InterruptedException {
        for (int failures = 0; ; ) {
            long before = progress.getAsLong();
            listener.check();
            try {
                return attempt.run();
            } catch (IOException e) {
                failures = progress.getAsLong() > before ? 1 : failures + 1;
                if (failures >= perseverance.tries()) {
                    throw new FetchException(sentence(e) + "; gave up after " + failures + " tries", e);
                }
                pause(failures, e);
            }
        }
    }

    private void pause(int failures, IOException reason) throws InterruptedException {
        var asked = reason instanceof TryAgainException again ? again.after() : Optional.<Duration>empty();
        var pause = asked.orElseGet(() -> perseverance.firstPause().multipliedBy(1L << Math.min(failures - 1, 20)));
        if (asked.isPresent() && pause.compareTo(perseverance.longestPause()) > 0) {
            throw new FetchException(sentence(reason) + " and asks to wait " + pause.toSeconds() + " seconds", reason);
        }
        listener.delayed(sentence(reason) + "; trying again in " + pause.toSeconds() + " seconds.");
        sleep(pause.compareTo(perseverance.longestPause()) > 0 ? perseverance.longestPause() : pause);
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
                : server + " cannot be read: " + reason.getMessage();
    }
}

package io.kernelign.benchmarks.gateway;

import java.util.concurrent.atomic.AtomicLong;

/** How many answers said that it was the server's fault. */
final class ServerErrors {

    private final AtomicLong count = new AtomicLong();

    void see(int status) {
        if (status >= 500) {
            count.incrementAndGet();
        }
    }

    long count() {
        return count.get();
    }
}

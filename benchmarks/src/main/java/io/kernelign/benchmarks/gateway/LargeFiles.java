package io.kernelign.benchmarks.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.atomic.AtomicLong;

/** Files of preference data, each with other content: a row of its own before rows that all share. */
final class LargeFiles {

    private static final String ROW =
            "{\"prompt\": \"What is to be done about %d?\", \"chosen\": \"%s\", \"rejected\": \"%s\"}%n";
    private static final String CHOSEN =
            "I would look at it calmly, ask those who know, and write down what they say. ".repeat(5);
    private static final String REJECTED =
            "Nothing at all can ever be done about this or about anything else. ".repeat(5);

    private final byte[] shared;
    private final AtomicLong made = new AtomicLong();

    LargeFiles(int mib) {
        int size = mib << 20;
        var text = new StringBuilder(size);
        for (int i = 1; text.length() < size; i++) {
            text.append(row(-i));
        }
        shared = text.toString().getBytes(UTF_8);
    }

    private static String row(long number) {
        return ROW.formatted(number, CHOSEN, REJECTED);
    }

    BodyPublisher next() {
        return BodyPublishers.concat(
                BodyPublishers.ofString(row(made.incrementAndGet())), BodyPublishers.ofByteArray(shared));
    }
}

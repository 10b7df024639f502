package io.kernelign.gateway.upload;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Data sets in TRL's layout. */
final class Rows {

    private Rows() {}

    /** So many rows that no other topic has. */
    static String of(String topic, int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i -> "{\"prompt\": \"%s %d\", \"chosen\": \"yes\", \"rejected\": \"no\"}\n".formatted(topic, i))
                .collect(Collectors.joining());
    }
}

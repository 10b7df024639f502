package io.kernelign.benchmarks.headers;

import java.util.List;
import java.util.stream.Stream;

/** What a reader of headers may stumble over. */
final class Hostile {

    /** Lengths of a header. */
    static final List<Long> LENGTHS = List.of(
            0L,
            1L,
            2L,
            7L,
            8L,
            1L << 31,
            1L << 32,
            1L << 60,
            100_000_000L,
            100_000_001L,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            -1L,
            -8L);

    private static final String PLAIN = "{ } [ ] : , 0 -0 -1 1 2 3 4 8 16 255 2147483647 2147483648 4294967296"
            + " 9007199254740993 9223372036854775807 9223372036854775808 18446744073709551616 0.5 1e3 1e308 1e999999999"
            + " -1e400 null true false NaN \"F32\" \"F16\" \"BF16\" \"f32\" \"I64\" \"\" \"dtype\" \"shape\""
            + " \"data_offsets\" \"__metadata__\" \"w\" \"\\u0000\" \"\\ud800\" \"\\x\" \" \\ /* // #";

    private static final List<String> LONG = List.of(
            "9".repeat(400),
            "9".repeat(1100),
            "0".repeat(30),
            "\"" + "n".repeat(3000) + "\"",
            "[".repeat(600),
            "{\"a\":".repeat(600));

    private static final List<String> UNSEEN = List.of(" ", "\n", "\t", "\u0000", "\ufeff");

    /** Tokens of JSON, and others. */
    static final List<String> TOKENS = Stream.of(List.of(PLAIN.split(" ")), LONG, UNSEEN)
            .flatMap(List::stream)
            .toList();

    private Hostile() {}
}

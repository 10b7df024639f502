package io.kernelign.benchmarks.headers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A header that mutations start from.
 *
 * @param tokens its JSON, cut into strings, numbers, words and marks
 * @param dataLength bytes behind it
 */
record HeaderSeed(List<String> tokens, long dataLength) {

    private static final Pattern TOKEN = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|-?[0-9][0-9.eE+-]*|[a-z]+|\\s+|.");
    private static final Pattern END = Pattern.compile("\\[\\s*[0-9]+\\s*,\\s*([0-9]+)\\s*]");

    /** The corpus: one file each below {@code headers/}. */
    static List<HeaderSeed> corpus() {
        return Stream.of(
                        "one-tensor",
                        "whole-layer",
                        "empty",
                        "metadata",
                        "scalar-and-empty",
                        "out-of-order",
                        "unknown-fields",
                        "escaped-names",
                        "padded",
                        "adapter",
                        "large-offsets",
                        "overlap",
                        "gap",
                        "twice",
                        "deep")
                .map(HeaderSeed::read)
                .toList();
    }

    private static HeaderSeed read(String name) {
        try (var in = HeaderSeed.class.getResourceAsStream("/headers/" + name + ".json")) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HeaderSeed of(String json) {
        var tokens = TOKEN.matcher(json).results().map(MatchResult::group).toList();
        var dataLength = END.matcher(json)
                .results()
                .mapToLong(end -> Long.parseLong(end.group(1)))
                .max()
                .orElse(0);
        return new HeaderSeed(tokens, dataLength);
    }
}

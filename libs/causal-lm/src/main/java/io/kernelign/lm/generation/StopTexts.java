package io.kernelign.lm.generation;

import io.kernelign.lm.tokenizer.Tokenizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Texts before which an answer ends; one that is a special token ends it as that token. */
final class StopTexts {

    private final Tokenizer tokenizer;
    private final Set<Long> special = new HashSet<>();
    private final List<String> plain;

    StopTexts(List<String> stops, Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        plain = stops.stream().filter(stop -> !isSpecial(stop)).toList();
    }

    private boolean isSpecial(String stop) {
        var ids = tokenizer.encode(stop);
        boolean alone = ids.length == 1 && tokenizer.decodeText(ids).isEmpty();
        if (alone) {
            special.add((long) ids[0]);
        }
        return alone;
    }

    /** The end tokens of a model and the special tokens among the stops. */
    Set<Long> with(Set<Long> ends) {
        var all = new HashSet<>(ends);
        all.addAll(special);
        return all;
    }

    /** Whether a stop stands in the text of these tokens. */
    boolean complete(long[] tokens) {
        return !plain.isEmpty() && plain.stream().anyMatch(decoded(tokens)::contains);
    }

    /** The text of tokens up to the first stop in it. */
    String textOf(long[] tokens) {
        var text = decoded(tokens);
        int end = plain.stream()
                .mapToInt(text::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(text.length());
        return text.substring(0, end);
    }

    private String decoded(long[] tokens) {
        return tokenizer.decodeText(
                Arrays.stream(tokens).mapToInt(Math::toIntExact).toArray());
    }
}

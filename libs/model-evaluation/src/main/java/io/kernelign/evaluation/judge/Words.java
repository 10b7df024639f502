package io.kernelign.evaluation.judge;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words of which a judge replies one. */
public record Words(List<String> words) {

    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

    public static Words of(String... words) {
        return new Words(List.of(words));
    }

    /** The word that is the whole reply, but for case and for spaces and marks around it. */
    public Optional<String> in(String reply) {
        var bare = AROUND.matcher(reply).replaceAll("");
        return words.stream().filter(bare::equalsIgnoreCase).findFirst();
    }
}

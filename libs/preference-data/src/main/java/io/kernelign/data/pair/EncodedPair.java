package io.kernelign.data.pair;

import java.util.List;

/** A {@link PreferencePair} whose texts are in UTF-8. */
public record EncodedPair(
        String id,
        Split split,
        List<Turn> prompt,
        List<Turn> chosen,
        List<Turn> rejected,
        String task,
        String label,
        double weight) {

    static EncodedPair of(PreferencePair pair) {
        return new EncodedPair(
                pair.id(),
                pair.split(),
                Turn.of(pair.prompt()),
                Turn.of(pair.chosen()),
                Turn.of(pair.rejected()),
                pair.task(),
                pair.label(),
                pair.weight());
    }
}

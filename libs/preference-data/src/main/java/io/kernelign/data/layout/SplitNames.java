package io.kernelign.data.layout;

import io.kernelign.data.pair.Split;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The names that data sets give the sides of a split, in any case. */
public final class SplitNames {

    private static final List<String> TRAIN = List.of("train", "training");
    private static final List<String> HELD_OUT =
            List.of("test", "validation", "valid", "val", "dev", "eval", "evaluation", "held_out", "heldout");

    static final List<String> ALL =
            Stream.concat(TRAIN.stream(), HELD_OUT.stream()).toList();

    private SplitNames() {}

    /** The side of that name, if it is one. */
    public static Optional<Split> side(String name) {
        var plain = name.toLowerCase(Locale.ROOT);
        if (TRAIN.contains(plain)) {
            return Optional.of(Split.TRAIN);
        }
        return HELD_OUT.contains(plain) ? Optional.of(Split.HELD_OUT) : Optional.empty();
    }
}

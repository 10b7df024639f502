package io.kernelign.benchmarks.plot;

import java.util.List;

/** Looks of lines: middle tones, which stand out from white and from black, and a dash pattern each. */
final class Palette {

    /** Of everything that is no data. */
    static final String INK = "#767676";

    private static final List<String> COLOURS =
            List.of("#767676", "#3b82c4", "#d9622b", "#2a9d6f", "#b0569f", "#a8862a", "#c94f5d", "#3f9aab");
    private static final List<String> DASHES = List.of("none", "7 3", "2 2", "9 3 2 3", "4 4");

    private Palette() {}

    static String colour(int line) {
        return COLOURS.get(line % COLOURS.size());
    }

    static String dash(int line) {
        return DASHES.get(line % DASHES.size());
    }
}

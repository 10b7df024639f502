package io.kernelign.data.layout;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import java.util.ArrayList;
import java.util.List;

/** The pairs of a row that makes several; limited, because their number may grow with the square of the row's length. */
final class PairsOfRow {

    private static final int MOST_PAIRS = 1_000;
    private static final long MOST_CHARACTERS = 1 << 24;

    private final List<PairDraft> pairs = new ArrayList<>();
    private long characters;

    /** @throws BadRowException the row makes too many pairs, or too long ones */
    void add(PairDraft pair) {
        pairs.add(pair);
        characters += pair.characters();
        if (pairs.size() > MOST_PAIRS || characters > MOST_CHARACTERS) {
            throw new BadRowException(
                    DefectKind.TOO_MANY_PAIRS,
                    "",
                    "a row that makes at most " + MOST_PAIRS + " pairs of " + MOST_CHARACTERS + " characters in all",
                    "more");
        }
    }

    int size() {
        return pairs.size();
    }

    /** Gives them all out. */
    void release(Origin origin, Findings found) {
        pairs.forEach(pair -> found.pair(origin, pair));
    }
}

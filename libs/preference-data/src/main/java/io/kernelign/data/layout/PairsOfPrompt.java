package io.kernelign.data.layout;

import io.kernelign.data.pair.ContentHash;
import io.kernelign.data.pair.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps so many of the pairs that stand one after another with the same prompt: those with the smallest ids, which is a
 * random choice that does not depend on their order.
 */
final class PairsOfPrompt implements RowReader {

    private record Kept(long number, String id, Findings.Found found) {}

    private final RowReader each;
    private final int most;
    private final List<Kept> kept = new ArrayList<>();
    private List<Turn> prompt;
    private long pairs;

    /** @param each makes one pair of each row */
    PairsOfPrompt(RowReader each, int most) {
        this.each = each;
        this.most = most;
    }

    static Rule rule(int most) {
        return new Rule("of consecutive rows with the same prompt " + most + " are kept");
    }

    @Override
    public void read(Columns row, Findings found) {
        var own = new Findings();
        each.read(row, own);
        for (var pair : own.pairs()) {
            keep(pair, found);
        }
    }

    @Override
    public boolean spansRows() {
        return true;
    }

    private void keep(Findings.Found pair, Findings found) {
        var draft = pair.pair();
        if (!draft.prompt().equals(prompt)) {
            finish(found);
            prompt = draft.prompt();
        }
        kept.add(new Kept(
                pairs++,
                ContentHash.ofTurns(draft.prompt(), draft.chosen(), draft.rejected())
                        .id(),
                pair));
        if (kept.size() > most) {
            kept.remove(kept.stream().max(Comparator.comparing(Kept::id)).orElseThrow());
            found.dropped(rule(most));
        }
    }

    @Override
    public void finish(Findings found) {
        kept.sort(Comparator.comparingLong(Kept::number));
        kept.forEach(pair -> found.pair(pair.found().origin(), pair.found().pair()));
        kept.clear();
    }
}

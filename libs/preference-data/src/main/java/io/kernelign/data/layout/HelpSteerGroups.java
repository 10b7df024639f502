package io.kernelign.data.layout;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.pair.Split;
import io.kernelign.data.pair.Turn;
import java.util.List;

/** Pairs the best response of consecutive rows of one prompt with the worst, by the mean of the scores but verbosity. */
final class HelpSteerGroups implements RowReader {

    private static final Rule PAIRED =
            new Rule("the response of the highest mean score without verbosity is paired with that of the lowest");
    private static final Rule SINGLE = new Rule("prompts with a single response are dropped");
    static final List<Rule> RULES = List.of(PAIRED, SINGLE, Rule.TIES);

    private static final int HIGHEST_SCORE = 4;
    private static final List<String> SCORES = List.of("helpfulness", "correctness", "coherence", "complexity");

    /** @param sum of the scores, which orders responses as their mean does */
    private record Scored(Origin origin, Turns response, int sum) {}

    private Turns prompt;
    private Split split;
    private Scored best;
    private Scored worst;
    private int rows;

    @Override
    public void read(Columns row, Findings found) {
        var itsPrompt = HelpSteerPrompt.of(row.at("prompt"));
        var origin = row.origin();
        var named = "response of " + origin.place();
        var response = new Turns(named, Turns.assistant(row.at("response")).turns());
        int sum = SCORES.stream()
                .mapToInt(score -> row.at(score).wholeNumber(0, HIGHEST_SCORE))
                .sum();
        if (!continues(itsPrompt.turns(), origin.split())) {
            finish(found);
            prompt = itsPrompt;
            split = origin.split();
        }
        add(new Scored(origin, response, sum));
    }

    @Override
    public boolean spansRows() {
        return true;
    }

    private boolean continues(List<Turn> itsPrompt, Split itsSplit) {
        return rows > 0 && prompt.turns().equals(itsPrompt) && split == itsSplit;
    }

    private void add(Scored response) {
        best = rows == 0 || response.sum() > best.sum() ? response : best;
        worst = rows == 0 || response.sum() < worst.sum() ? response : worst;
        rows++;
    }

    @Override
    public void finish(Findings found) {
        if (rows == 1) {
            found.dropped(SINGLE);
        } else if (rows > 1 && best.sum() == worst.sum()) {
            found.applied(Rule.TIES, rows, 0);
        } else if (rows > 1) {
            pair(found);
        }
        rows = 0;
    }

    private void pair(Findings found) {
        try {
            found.pair(best.origin(), PairDraft.of(prompt, best.response(), worst.response()));
            found.applied(PAIRED, rows, 1);
        } catch (BadRowException e) {
            found.bad(worst.origin(), e);
        }
    }
}

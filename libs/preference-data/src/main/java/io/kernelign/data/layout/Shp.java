package io.kernelign.data.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Stanford's SHP and SHP-2: a post, two comments, and which of them the votes prefer. */
final class Shp implements KnownLayout {

    @Override
    public String name() {
        return "shp";
    }

    @Override
    public Signature signature() {
        return Signature.of(Form.TEXT, "history", "human_ref_A", "human_ref_B").and(Form.NUMBER, "labels");
    }

    @Override
    public Set<LayoutOption> options() {
        return Set.of(LayoutOption.MIN_SCORE_RATIO, LayoutOption.MAX_PAIRS_PER_PROMPT);
    }

    @Override
    public List<Rule> rules(LayoutOptions options) {
        var rules = new ArrayList<Rule>();
        if (options.minScoreRatio() != null) {
            rules.add(lowRatio(options.minScoreRatio()));
        }
        if (options.maxPairsPerPrompt() != null) {
            rules.add(PairsOfPrompt.rule(options.maxPairsPerPrompt()));
        }
        return rules;
    }

    @Override
    public RowReader reader(LayoutOptions options) {
        RowReader each = (row, found) -> found.pair(row.origin(), pair(row));
        var thinned = options.maxPairsPerPrompt() == null ? each : new PairsOfPrompt(each, options.maxPairsPerPrompt());
        return options.minScoreRatio() == null ? thinned : new ClearVotes(thinned, options.minScoreRatio());
    }

    private static Rule lowRatio(double least) {
        return new Rule("rows of a score_ratio below " + least + " are dropped");
    }

    private static PairDraft pair(Columns row) {
        return PairDraft.ofTwo(
                Messages.prompt(row.at("history"), Transcript.CAPITALS),
                Turns.assistant(row.at("human_ref_A")),
                Turns.assistant(row.at("human_ref_B")),
                row.at("labels").wholeNumber(0, 1) == 1);
    }

    /** Lets only rows through whose votes are clear. */
    private record ClearVotes(RowReader next, double least) implements RowReader {

        @Override
        public void read(Columns row, Findings found) {
            if (row.at("score_ratio").number() < least) {
                found.dropped(lowRatio(least));
            } else {
                next.read(row, found);
            }
        }

        @Override
        public boolean spansRows() {
            return next.spansRows();
        }

        @Override
        public void finish(Findings found) {
            next.finish(found);
        }
    }
}

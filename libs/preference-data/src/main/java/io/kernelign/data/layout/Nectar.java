package io.kernelign.data.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Nectar: a prompt and several answers, each with its rank, of which 1 is the best. */
final class Nectar implements KnownLayout {

    private static final Rule BEST = new Rule("the answer of the best rank is paired with that of the worst");
    private static final Rule ALL = new Rule("every two answers of different rank are paired");
    private static final String ANSWERS = "a list of answers {answer, rank}";

    private record Ranked(Turns answer, double rank) {}

    @Override
    public String name() {
        return "nectar";
    }

    @Override
    public Signature signature() {
        return Signature.of(Form.TEXT, "prompt").and(Form.listWith("rank"), "answers");
    }

    @Override
    public Set<LayoutOption> options() {
        return Set.of(LayoutOption.PAIRS);
    }

    @Override
    public List<Rule> rules(LayoutOptions options) {
        return List.of(options.allPairs() ? ALL : BEST, Rule.TIES);
    }

    @Override
    public RowReader reader(LayoutOptions options) {
        return (row, found) -> read(row, found, options.allPairs());
    }

    private static void read(Columns row, Findings found, boolean all) {
        var prompt = Messages.prompt(row.at("prompt"), Transcript.ANTHROPIC);
        var answers = new ArrayList<Ranked>();
        for (var answer : row.at("answers").someElements(ANSWERS)) {
            answers.add(new Ranked(
                    Turns.assistant(answer.at("answer")), answer.at("rank").number()));
        }
        answers.sort(Comparator.comparingDouble(Ranked::rank));
        var best = answers.get(0);
        var worst =
                answers.stream().max(Comparator.comparingDouble(Ranked::rank)).orElseThrow();
        if (best.rank() == worst.rank()) {
            found.dropped(Rule.TIES);
        } else if (all) {
            var pairs = allPairs(prompt, answers);
            pairs.release(row.origin(), found);
            found.applied(ALL, 1, pairs.size());
        } else {
            found.pair(row.origin(), PairDraft.of(prompt, best.answer(), worst.answer()));
            found.applied(BEST, 1, 1);
        }
    }

    /** @param answers in the order of their rank */
    private static PairsOfRow allPairs(Turns prompt, List<Ranked> answers) {
        var pairs = new PairsOfRow();
        for (int i = 0; i < answers.size(); i++) {
            for (var worse : answers.subList(i + 1, answers.size())) {
                if (answers.get(i).rank() < worse.rank()) {
                    pairs.add(PairDraft.of(prompt, answers.get(i).answer(), worse.answer()));
                }
            }
        }
        return pairs;
    }
}

package io.kernelign.data.layout;

import io.kernelign.data.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * OpenAI's PRM800k: solutions step by step, each step with one completion or several that were rated. A response is the
 * solution as far as it goes: the steps taken so far and one completion of the next, a line each.
 */
final class Prm800k implements KnownLayout {

    private static final Rule ONE =
            new Rule("the first correct and the first incorrect completion of a step make a pair");
    private static final Rule ALL = new Rule("every correct and every incorrect completion of a step make a pair");
    private static final Rule NONE =
            new Rule("rows without a step that has a correct and an incorrect completion are dropped");
    private static final String STEPS = "a list of steps {completions, human_completion, chosen_completion}";

    @Override
    public String name() {
        return "prm800k";
    }

    @Override
    public Signature signature() {
        return Signature.of(Form.objectWith("problem"), "question").and(Form.objectWith("steps"), "label");
    }

    @Override
    public Set<LayoutOption> options() {
        return Set.of(LayoutOption.PAIRS);
    }

    @Override
    public List<Rule> rules(LayoutOptions options) {
        return List.of(options.allPairs() ? ALL : ONE, NONE);
    }

    @Override
    public RowReader reader(LayoutOptions options) {
        return (row, found) -> read(row, found, options.allPairs());
    }

    private static void read(Columns row, Findings found, boolean all) {
        var problem = Turns.user(row.at("question").at("problem"));
        var taken = new ArrayList<Text>();
        var pairs = new PairsOfRow();
        for (var cell : row.at("label").at("steps").elements(STEPS)) {
            var step = Prm800kStep.of(cell);
            for (var good : some(step.correct(), all)) {
                for (var bad : some(step.incorrect(), all)) {
                    pairs.add(PairDraft.of(problem, good.after(taken), bad.after(taken)));
                }
            }
            if (step.taken().isEmpty()) {
                break;
            }
            taken.add(step.taken().get());
        }
        if (pairs.size() == 0) {
            found.dropped(NONE);
        } else {
            pairs.release(row.origin(), found);
            found.applied(all ? ALL : ONE, 1, pairs.size());
        }
    }

    private static List<Prm800kStep.Completion> some(List<Prm800kStep.Completion> completions, boolean all) {
        return all ? completions : completions.subList(0, Math.min(1, completions.size()));
    }
}

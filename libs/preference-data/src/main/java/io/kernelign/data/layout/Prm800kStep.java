package io.kernelign.data.layout;

import io.kernelign.data.pair.Role;
import io.kernelign.data.pair.Turn;
import io.kernelign.data.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A step of a solution of PRM800k.
 *
 * @param correct completions rated 1
 * @param incorrect completions rated -1
 * @param taken the text with which the solution went on; empty where it ended
 */
record Prm800kStep(List<Completion> correct, List<Completion> incorrect, Optional<Text> taken) {

    private static final String COMPLETIONS = "a list of completions {text, rating}";

    /** A completion of the step. */
    record Completion(Cell text) {

        /** The solution that goes on with it after such steps. */
        Turns after(List<Text> steps) {
            var solution = new ArrayList<>(steps);
            solution.add(text.text());
            var whole = text.bounded(Text.join("\n", solution));
            return new Turns(text.path(), List.of(new Turn(Role.ASSISTANT, whole)));
        }
    }

    static Prm800kStep of(Cell step) {
        var completions = step.at("completions");
        var all = completions.isAbsent() ? List.<Cell>of() : completions.elements(COMPLETIONS);
        var correct = new ArrayList<Completion>();
        var incorrect = new ArrayList<Completion>();
        for (var completion : all) {
            int rating = rating(completion.at("rating"));
            if (rating != 0) {
                (rating > 0 ? correct : incorrect).add(new Completion(completion.at("text")));
            }
        }
        return new Prm800kStep(correct, incorrect, taken(step, all));
    }

    /** 1, 0 or -1; 0 for what was not rated. */
    private static int rating(Cell rating) {
        return rating.isAbsent() ? 0 : rating.wholeNumber(-1, 1);
    }

    private static Optional<Text> taken(Cell step, List<Cell> completions) {
        var chosen = step.at("chosen_completion");
        if (!chosen.isAbsent()) {
            if (completions.isEmpty()) {
                throw chosen.malformed("null where there are no completions");
            }
            return Optional.of(completions
                    .get(chosen.wholeNumber(0, completions.size() - 1))
                    .at("text")
                    .text());
        }
        var human = step.at("human_completion");
        return human.isAbsent()
                ? Optional.empty()
                : Optional.of(human.at("text").text());
    }
}

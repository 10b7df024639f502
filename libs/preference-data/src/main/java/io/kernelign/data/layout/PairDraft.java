package io.kernelign.data.layout;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.defect.Excerpt;
import io.kernelign.data.pair.Turn;
import io.kernelign.data.text.Text;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A valid pair that has neither id nor split yet.
 *
 * @param task {@code null} when the row does not say
 * @param label {@code null} when the row does not say
 */
public record PairDraft(
        List<Turn> prompt, List<Turn> chosen, List<Turn> rejected, String task, String label, double weight) {

    /** @throws BadRowException the three do not make a pair */
    static PairDraft of(Turns prompt, Turns chosen, Turns rejected) {
        chosen.requireAssistantLast();
        rejected.requireAssistantLast();
        chosen.requireAssistantFirst();
        rejected.requireAssistantFirst();
        prompt.requireUserTurn();
        if (chosen.turns().equals(rejected.turns())) {
            var text = rejected.last().turns().get(0).content();
            throw new BadRowException(
                    DefectKind.CHOSEN_EQUALS_REJECTED,
                    rejected.field(),
                    "a response that differs from " + chosen.field(),
                    Excerpt.quoted(text.toString()));
        }
        return new PairDraft(prompt.turns(), chosen.turns(), rejected.turns(), null, null, 1);
    }

    /** The pair of two responses of which one is preferred. */
    static PairDraft ofTwo(Turns prompt, Turns first, Turns second, boolean firstIsPreferred) {
        return firstIsPreferred ? of(prompt, first, second) : of(prompt, second, first);
    }

    /** How many UTF-16 characters its texts have. */
    long characters() {
        return sum(Text::utf16Length);
    }

    /** How many bytes its texts have. */
    public long bytes() {
        return sum(Text::length);
    }

    private long sum(ToLongFunction<Text> length) {
        long sum = 0;
        for (var turns : List.of(prompt, chosen, rejected)) {
            for (var turn : turns) {
                sum += length.applyAsLong(turn.content());
            }
        }
        return sum;
    }

    /** This pair with what the cells say about it, as far as they say anything. */
    PairDraft annotated(Cell itsTask, Cell itsLabel, Cell itsWeight) {
        return new PairDraft(
                prompt,
                chosen,
                rejected,
                itsTask.label().orElse(null),
                itsLabel.label().orElse(null),
                itsWeight.weight().orElse(1.0));
    }
}

package io.kernelign.data.layout;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.defect.Excerpt;
import io.kernelign.data.pair.Message;
import java.util.List;

/**
 * A valid pair that has neither id nor split yet.
 *
 * @param task {@code null} when the row does not say
 * @param label {@code null} when the row does not say
 */
public record PairDraft(
        List<Message> prompt, List<Message> chosen, List<Message> rejected, String task, String label, double weight) {

    /** @throws BadRowException the three do not make a pair */
    static PairDraft of(Turns prompt, Turns chosen, Turns rejected) {
        chosen.requireAssistantLast();
        rejected.requireAssistantLast();
        chosen.requireAssistantFirst();
        rejected.requireAssistantFirst();
        prompt.requireUserTurn();
        if (chosen.messages().equals(rejected.messages())) {
            var text = rejected.last().messages().get(0).content();
            throw new BadRowException(
                    DefectKind.CHOSEN_EQUALS_REJECTED,
                    rejected.field(),
                    "a response that differs from " + chosen.field(),
                    Excerpt.quoted(text));
        }
        return new PairDraft(prompt.messages(), chosen.messages(), rejected.messages(), null, null, 1);
    }

    /** The pair of two responses of which one is preferred. */
    static PairDraft ofTwo(Turns prompt, Turns first, Turns second, boolean firstIsPreferred) {
        return firstIsPreferred ? of(prompt, first, second) : of(prompt, second, first);
    }

    /** How many characters its texts have. */
    public long characters() {
        return characters(prompt) + characters(chosen) + characters(rejected);
    }

    private static long characters(List<Message> turns) {
        long characters = 0;
        for (var turn : turns) {
            characters += turn.content().length();
        }
        return characters;
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

package io.kernelign.data.layout;

import io.kernelign.data.pair.Role;
import io.kernelign.data.pair.Turn;
import java.util.ArrayList;
import java.util.List;

/** Alpaca's instructions with two responses; system message and history as LLaMA-Factory has them. */
final class Alpaca implements PairPerRow {

    private static final String HISTORY = "a list of rounds [user, assistant]";

    @Override
    public String name() {
        return "alpaca";
    }

    @Override
    public Signature signature() {
        return Signature.of(Form.TEXT, "instruction", "chosen", "rejected");
    }

    @Override
    public PairDraft pair(Columns row) {
        var messages = new ArrayList<>(history(row.at("history")));
        var instruction = Instruction.of(row);
        messages.addAll(instruction.turns());
        var prompt = new Turns(instruction.field(), List.copyOf(messages));
        return PairDraft.of(
                prompt.after(row.at("system").textIfAny()),
                Turns.assistant(row.at("chosen")),
                Turns.assistant(row.at("rejected")));
    }

    private static List<Turn> history(Cell history) {
        if (history.isAbsent()) {
            return List.of();
        }
        var messages = new ArrayList<Turn>();
        for (var round : history.elements(HISTORY)) {
            var texts = round.elements(HISTORY);
            if (texts.size() != 2) {
                throw round.malformed(HISTORY);
            }
            messages.add(new Turn(Role.USER, texts.get(0).text()));
            messages.add(new Turn(Role.ASSISTANT, texts.get(1).text()));
        }
        return messages;
    }
}

package io.kernelign.data.layout;

import io.kernelign.data.pair.Role;
import java.util.List;

/** Chatbot Arena's conversations of 2023: two whole conversations and the winner. */
final class ChatbotArena2023 implements KnownLayout {

    private static final String FIRST = "model_a";
    private static final String SECOND = "model_b";
    private static final List<String> TIES = List.of("tie", "tie (bothbad)");
    private static final String WINNERS = "one of model_a, model_b, tie, tie (bothbad)";

    @Override
    public String name() {
        return "arena-2023";
    }

    @Override
    public Signature signature() {
        return Signature.of(Form.MESSAGES, "conversation_a", "conversation_b").and(Form.TEXT, "winner");
    }

    @Override
    public List<Rule> rules(LayoutOptions options) {
        return List.of(Rule.SEVERAL_TURNS, Rule.TIES);
    }

    @Override
    public RowReader reader(LayoutOptions options) {
        return ChatbotArena2023::read;
    }

    private static void read(Columns row, Findings found) {
        var first = Messages.list(row.at("conversation_a"));
        var second = Messages.list(row.at("conversation_b"));
        var winner = row.at("winner");
        if (hasSeveralTurns(first) || hasSeveralTurns(second)) {
            found.dropped(Rule.SEVERAL_TURNS);
        } else if (TIES.contains(winner.text().toString())) {
            found.dropped(Rule.TIES);
        } else if (winner.text().toString().equals(FIRST)) {
            found.pair(row.origin(), SharedTurns.pair(first, second));
        } else if (winner.text().toString().equals(SECOND)) {
            found.pair(row.origin(), SharedTurns.pair(second, first));
        } else {
            throw winner.malformed(WINNERS);
        }
    }

    private static boolean hasSeveralTurns(Turns conversation) {
        return conversation.turns().stream()
                        .filter(turn -> turn.role() == Role.USER)
                        .count()
                > 1;
    }
}

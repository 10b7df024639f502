package io.kernelign.data.layout;

import java.util.List;
import java.util.stream.Stream;

/**
 * Chatbot Arena's preferences of 2024: the turns of the user and of both models as lists, in CSV as JSON in a text, and
 * three columns of which the one that is 1 tells the winner, in CSV as texts too.
 */
final class ChatbotArena2024 implements KnownLayout {

    private static final String FLAG = "0 or 1";

    @Override
    public String name() {
        return "arena-2024";
    }

    @Override
    public Signature signature() {
        return Signature.of(Form.LIST_OR_JSON_LIST, "prompt", "response_a", "response_b")
                .and(Form.ANYTHING, "winner_model_a", "winner_model_b", "winner_tie");
    }

    @Override
    public List<Rule> rules(LayoutOptions options) {
        return List.of(Rule.SEVERAL_TURNS, Rule.TIES);
    }

    @Override
    public RowReader reader(LayoutOptions options) {
        return ChatbotArena2024::read;
    }

    private static void read(Columns row, Findings found) {
        var prompts = EmbeddedList.of(row.at("prompt"));
        boolean first = flag(row.at("winner_model_a"));
        boolean second = flag(row.at("winner_model_b"));
        boolean tie = flag(row.at("winner_tie"));
        if (Stream.of(first, second, tie).filter(wins -> wins).count() != 1) {
            throw row.at("winner_tie").malformed("1 in exactly one of winner_model_a, winner_model_b, winner_tie");
        }
        if (prompts.size() > 1) {
            found.dropped(Rule.SEVERAL_TURNS);
        } else if (tie) {
            found.dropped(Rule.TIES);
        } else {
            var a = Turns.assistant(only(row.at("response_a")));
            var b = Turns.assistant(only(row.at("response_b")));
            found.pair(row.origin(), PairDraft.ofTwo(Turns.user(prompts.get(0)), a, b, first));
        }
    }

    private static Cell only(Cell responses) {
        var texts = EmbeddedList.of(responses);
        if (texts.size() != 1) {
            throw responses.malformed("one response to the one turn of prompt");
        }
        return texts.get(0);
    }

    private static boolean flag(Cell cell) {
        if (cell.isText()) {
            return switch (cell.word(FLAG)) {
                case "0" -> false;
                case "1" -> true;
                default -> throw cell.malformed(FLAG);
            };
        }
        return cell.wholeNumber(0, 1) == 1;
    }
}

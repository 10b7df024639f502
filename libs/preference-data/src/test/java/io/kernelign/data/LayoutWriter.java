package io.kernelign.data;

import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes pairs in a layout, as its publisher does.
 *
 * @param layout its name
 * @param represents the pairs that it can represent
 * @param rows the rows of a pair
 */
record LayoutWriter(
        String layout, Predicate<Conversation> represents, Function<Conversation, List<Map<String, Object>>> rows) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Predicate<Conversation> ANY = pair -> true;
    private static final Predicate<Conversation> LAST_TURN = Conversation::hasSingleResponses;
    private static final Predicate<Conversation> ONE_ROUND = LAST_TURN.and(Conversation::hasOneRound);
    private static final Predicate<Conversation> QUESTION = ONE_ROUND.and(pair -> !pair.hasSystem());
    private static final Predicate<Conversation> DIALOGUE = LAST_TURN.and(pair -> !pair.hasSystem());

    static final List<LayoutWriter> ALL = List.of(
            row(
                    "trl",
                    ANY,
                    pair -> Map.of("prompt", pair.prompt(), "chosen", pair.chosen(), "rejected", pair.rejected())),
            row("trl-implicit", ANY, LayoutWriter::whole),
            row(
                    "openai",
                    ANY,
                    pair -> Map.of(
                            "input",
                            Map.of("messages", pair.prompt(), "tools", List.of(), "parallel_tool_calls", true),
                            "preferred_output",
                            pair.chosen(),
                            "non_preferred_output",
                            pair.rejected())),
            row(
                    "hh-rlhf",
                    DIALOGUE,
                    pair -> Map.of(
                            "chosen",
                            anthropic(pair.wholeWith(pair.chosen())),
                            "rejected",
                            anthropic(pair.wholeWith(pair.rejected())))),
            new LayoutWriter("helpsteer", DIALOGUE, LayoutWriter::helpSteer),
            row(
                    "helpsteer2-preference",
                    DIALOGUE,
                    pair -> Map.of(
                            "prompt",
                            steer(pair.prompt()),
                            "response_1",
                            pair.bad(),
                            "response_2",
                            pair.good(),
                            "preference_strength",
                            2)),
            row(
                    "arena-2023",
                    ONE_ROUND,
                    pair -> Map.of(
                            "conversation_a",
                            pair.wholeWith(pair.rejected()),
                            "conversation_b",
                            pair.wholeWith(pair.chosen()),
                            "winner",
                            "model_b",
                            "turn",
                            1)),
            row(
                    "arena-2024",
                    QUESTION,
                    pair -> Map.of(
                            "prompt",
                            json(pair.question()),
                            "response_a",
                            json(pair.bad()),
                            "response_b",
                            json(pair.good()),
                            "winner_model_a",
                            "0",
                            "winner_model_b",
                            "1",
                            "winner_tie",
                            "0")),
            row(
                    "alpacafarm",
                    QUESTION,
                    pair -> Map.of(
                            "instruction",
                            pair.question(),
                            "input",
                            "",
                            "output_1",
                            pair.bad(),
                            "output_2",
                            pair.good(),
                            "preference",
                            2)),
            row("prm800k", QUESTION, LayoutWriter::prm800k),
            row(
                    "shp",
                    DIALOGUE,
                    pair -> Map.of(
                            "history",
                            transcript(pair.prompt(), "HUMAN", "ASSISTANT").strip(),
                            "human_ref_A",
                            pair.bad(),
                            "human_ref_B",
                            pair.good(),
                            "labels",
                            0)),
            row(
                    "ultrafeedback",
                    LAST_TURN,
                    pair -> with(whole(pair), "prompt", pair.question(), "score_chosen", 8.5, "score_rejected", 3)),
            row("nectar", DIALOGUE, LayoutWriter::nectar),
            row(
                    "orca",
                    ONE_ROUND,
                    pair -> Map.of(
                            "system",
                            pair.system(),
                            "question",
                            pair.question(),
                            "chosen",
                            pair.good(),
                            "rejected",
                            pair.bad())),
            row(
                    "orca-distilabel",
                    ONE_ROUND,
                    pair -> Map.of(
                            "system",
                            pair.system(),
                            "input",
                            pair.question(),
                            "chosen",
                            pair.good(),
                            "rejected",
                            pair.bad(),
                            "generations",
                            List.of(pair.bad(), pair.good()))),
            row(
                    "capybara",
                    LAST_TURN,
                    pair -> with(whole(pair), "prompt", pair.question(), "rating_chosen", 5, "rating_rejected", 2)),
            row(
                    "sharegpt",
                    ANY,
                    pair -> Map.of(
                            "conversations",
                            shareGpt(pair.prompt()),
                            "chosen",
                            single(shareGpt(pair.chosen())),
                            "rejected",
                            single(shareGpt(pair.rejected())))),
            row("alpaca", LAST_TURN, LayoutWriter::alpaca),
            row(
                    "stackexchange",
                    QUESTION,
                    pair -> Map.of("question", pair.question(), "response_j", pair.good(), "response_k", pair.bad())));

    /** The rows of pairs, as lines of JSON. */
    String[] lines(List<Conversation> pairs) {
        return pairs.stream()
                .flatMap(pair -> rows.apply(pair).stream())
                .map(JSON::writeValueAsString)
                .toArray(String[]::new);
    }

    private static LayoutWriter row(
            String layout, Predicate<Conversation> represents, Function<Conversation, Map<String, Object>> row) {
        return new LayoutWriter(layout, represents, pair -> List.of(row.apply(pair)));
    }

    private static Map<String, Object> whole(Conversation pair) {
        return Map.of("chosen", pair.wholeWith(pair.chosen()), "rejected", pair.wholeWith(pair.rejected()));
    }

    private static Map<String, Object> with(Map<String, Object> row, Object... namesAndValues) {
        var more = new HashMap<>(row);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            more.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return more;
    }

    private static String anthropic(List<Message> turns) {
        return transcript(turns, "Human", "Assistant");
    }

    private static String transcript(List<Message> turns, String user, String assistant) {
        return turns.stream()
                .map(turn -> "\n\n" + (turn.role() == Role.USER ? user : assistant) + ": " + turn.content())
                .collect(Collectors.joining());
    }

    private static String steer(List<Message> prompt) {
        var text = prompt.stream()
                .map(turn -> "<extra_id_1>" + (turn.role() == Role.USER ? "User" : "Assistant") + "\n" + turn.content())
                .collect(Collectors.joining("\n"));
        return text.substring(text.indexOf('\n') + 1);
    }

    private static List<Map<String, Object>> helpSteer(Conversation pair) {
        return List.of(scored(pair, pair.bad(), 1), scored(pair, pair.good(), 3));
    }

    private static Map<String, Object> scored(Conversation pair, String response, int score) {
        return Map.of(
                "prompt",
                steer(pair.prompt()),
                "response",
                response,
                "helpfulness",
                score,
                "correctness",
                2,
                "coherence",
                4,
                "complexity",
                1,
                "verbosity",
                4 - score);
    }

    private static String json(String text) {
        return JSON.writeValueAsString(List.of(text));
    }

    private static Map<String, Object> prm800k(Conversation pair) {
        var completions = List.of(
                Map.of("text", pair.bad(), "rating", -1),
                Map.of("text", "hm", "rating", 0),
                Map.of("text", pair.good(), "rating", 1));
        return Map.of(
                "question",
                Map.of("problem", pair.question()),
                "label",
                Map.of("steps", List.of(Map.of("completions", completions, "chosen_completion", 2))));
    }

    private static Map<String, Object> nectar(Conversation pair) {
        return Map.of(
                "prompt",
                anthropic(pair.prompt()) + "\n\nAssistant: ",
                "answers",
                List.of(
                        Map.of("answer", "so so", "rank", 2.0),
                        Map.of("answer", pair.bad(), "rank", 7.0),
                        Map.of("answer", pair.good(), "rank", 1.0)));
    }

    private static List<Map<String, String>> shareGpt(List<Message> turns) {
        var names = Map.of(Role.SYSTEM, "system", Role.USER, "human", Role.ASSISTANT, "gpt");
        return turns.stream()
                .map(turn -> Map.of("from", names.get(turn.role()), "value", turn.content()))
                .toList();
    }

    private static Object single(List<?> messages) {
        return messages.size() == 1 ? messages.get(0) : messages;
    }

    private static Map<String, Object> alpaca(Conversation pair) {
        var history = new ArrayList<List<String>>();
        var turns = pair.withoutSystem();
        for (int i = 0; i + 1 < turns.size(); i += 2) {
            history.add(List.of(turns.get(i).content(), turns.get(i + 1).content()));
        }
        return Map.of(
                "instruction",
                pair.question(),
                "input",
                "",
                "system",
                pair.system(),
                "history",
                history,
                "chosen",
                pair.good(),
                "rejected",
                pair.bad());
    }
}

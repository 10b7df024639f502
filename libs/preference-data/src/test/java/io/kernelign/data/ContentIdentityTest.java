package io.kernelign.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Random conversations, each written in every layout. */
class ContentIdentityTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String LETTERS = "ab \n\"\\é漢\uD83D\uDE00:{}";

    private record Conversation(List<Message> prompt, Message chosen, Message rejected) {

        List<Message> with(Message response) {
            var turns = new ArrayList<>(prompt);
            turns.add(response);
            return turns;
        }
    }

    private final Random random = new Random(7);

    private Message turn(Role role) {
        var letters = LETTERS.codePoints().toArray();
        var text = new StringBuilder("x");
        random.ints(1 + random.nextInt(30), 0, letters.length).forEach(i -> text.appendCodePoint(letters[i]));
        return new Message(role, text.append(random.nextInt(1_000)).toString());
    }

    private Conversation conversation() {
        var prompt = new ArrayList<Message>();
        prompt.add(turn(Role.USER));
        for (int rounds = random.nextInt(3); rounds > 0; rounds--) {
            prompt.add(turn(Role.ASSISTANT));
            prompt.add(turn(Role.USER));
        }
        return new Conversation(prompt, turn(Role.ASSISTANT), turn(Role.ASSISTANT));
    }

    private static String transcript(List<Message> turns) {
        return turns.stream()
                .map(turn -> (turn.role() == Role.USER ? "\n\nHuman: " : "\n\nAssistant: ") + turn.content())
                .collect(Collectors.joining());
    }

    private static List<String> idsOf(String layout, List<Map<String, Object>> rows) {
        var lines = rows.stream().map(JSON::writeValueAsString).toArray(String[]::new);
        var result = Imported.of(Imported.OPTIONS, lines);
        assertThat(result.report().layout()).isEqualTo(layout);
        return result.pairs().stream().map(PreferencePair::id).toList();
    }

    @Test
    void the_same_content_has_the_same_id_in_every_layout() {
        var all = Stream.generate(this::conversation).limit(200).toList();
        var trl = idsOf(
                "trl",
                all.stream()
                        .map(c -> Map.<String, Object>of(
                                "prompt", c.prompt, "chosen", c.chosen.content(), "rejected", c.rejected.content()))
                        .toList());
        var openai = idsOf(
                "openai",
                all.stream()
                        .map(c -> Map.<String, Object>of(
                                "input", Map.of("messages", c.prompt),
                                "preferred_output", List.of(c.chosen),
                                "non_preferred_output", List.of(c.rejected)))
                        .toList());
        var hh = idsOf(
                "hh-rlhf",
                all.stream()
                        .map(c -> Map.<String, Object>of(
                                "chosen", transcript(c.with(c.chosen)), "rejected", transcript(c.with(c.rejected))))
                        .toList());
        var ultrafeedback = idsOf(
                "ultrafeedback",
                all.stream()
                        .map(c -> Map.<String, Object>of(
                                "prompt", c.prompt.get(0).content(),
                                "chosen", c.with(c.chosen),
                                "rejected", c.with(c.rejected)))
                        .toList());
        assertThat(openai).isEqualTo(trl);
        assertThat(hh).isEqualTo(trl);
        assertThat(ultrafeedback).isEqualTo(trl);
        assertThat(new HashSet<>(trl)).hasSize(all.size());
    }

    @Test
    void swapping_the_responses_or_moving_words_between_turns_changes_the_id() {
        var ids = Imported.of(
                        Imported.OPTIONS,
                        Imported.row("a", "b", "c"),
                        Imported.row("a", "c", "b"),
                        Imported.row("ab", "c", "d"),
                        Imported.row("a", "bc", "d"))
                .pairs()
                .stream()
                .map(PreferencePair::id)
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{32}"));
    }
}

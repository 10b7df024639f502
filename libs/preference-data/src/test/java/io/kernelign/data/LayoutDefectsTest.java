package io.kernelign.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.data.defect.Defect;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.layout.LayoutOptions;
import io.kernelign.data.layout.PairChoice;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is wrong with a row of each layout, by line, field, what was expected and what was found. */
class LayoutDefectsTest {

    private static final String TRL_IMPLICIT = """
            {"chosen": [{"role": "user", "content": "q"}, {"role": "assistant", "content": "a"}],\
             "rejected": [{"role": "user", "content": "q"}, {"role": "assistant", "content": "b"}]}""";
    private static final String HELP_STEER = """
            {"prompt": "q", "response": "a", "helpfulness": 4, "correctness": 2, "coherence": 3, "complexity": 1,\
             "verbosity": 4}""";
    private static final String HELP_STEER_2 =
            "{\"prompt\": \"q\", \"response_1\": \"a\", \"response_2\": \"b\", \"preference_strength\": 1}";
    private static final String ARENA_2023 = """
            {"conversation_a": [{"role": "user", "content": "q"}, {"role": "assistant", "content": "a"}],\
             "conversation_b": [{"role": "user", "content": "q"}, {"role": "assistant", "content": "b"}],\
             "winner": "model_a"}""";
    private static final String ARENA_2024 = """
            {"prompt": "[\\"q\\"]", "response_a": "[\\"a\\"]", "response_b": "[\\"b\\"]",\
             "winner_model_a": "1", "winner_model_b": "0", "winner_tie": "0"}""";
    private static final String ALPACA_FARM =
            "{\"instruction\": \"q\", \"output_1\": \"a\", \"output_2\": \"b\", \"preference\": 1}";
    private static final String PRM_800K = """
            {"question": {"problem": "q"}, "label": {"steps": [{"completions": [{"text": "a", "rating": 1},\
             {"text": "b", "rating": -1}], "chosen_completion": 0}]}}""";
    private static final String SHP =
            "{\"history\": \"q\", \"human_ref_A\": \"a\", \"human_ref_B\": \"b\", \"labels\": 1}";
    private static final String NECTAR =
            "{\"prompt\": \"q\", \"answers\": [{\"answer\": \"a\", \"rank\": 1}, {\"answer\": \"b\", \"rank\": 2}]}";
    private static final String ORCA =
            "{\"system\": \"\", \"question\": \"q\", \"chosen\": \"a\", \"rejected\": \"b\"}";
    private static final String SHARE_GPT = """
            {"conversations": [{"from": "human", "value": "q"}], "chosen": {"from": "gpt", "value": "a"},\
             "rejected": {"from": "gpt", "value": "b"}}""";
    private static final String ALPACA =
            "{\"instruction\": \"q\", \"history\": [], \"chosen\": \"a\", \"rejected\": \"b\"}";
    private static final String STACK_EXCHANGE = "{\"question\": \"q\", \"response_j\": \"a\", \"response_k\": \"b\"}";

    private static void assertDefect(String good, String part, String bad, String message) {
        assertThat(good).contains(part);
        assertThat(Imported.defectOf(good, good.replace(part, bad)).message()).isEqualTo("line 2, " + message);
    }

    @Test
    void trl_implicit() {
        assertDefect(
                TRL_IMPLICIT,
                "\"rejected\": [{\"role\": \"user\", \"content\": \"q\"}",
                "\"rejected\": [{\"role\": \"user\", \"content\": \"r\"}",
                "rejected: expected the turns of chosen up to a turn of the assistant,"
                        + " found other words in turn 1, of user, assistant");
        assertDefect(
                TRL_IMPLICIT, "\"b\"", "\"a\"", "rejected: expected a response that differs from chosen, found \"a\"");
    }

    @Test
    void helpsteer() {
        var rows = new String[] {
            HELP_STEER,
            HELP_STEER.replace(": 4,", ": 1,").replace("\"a\"", "\"b\""),
            HELP_STEER.replace("\"coherence\": 3, ", ""),
            HELP_STEER.replace(": 4,", ": \"4\",")
        };
        assertThat(Imported.of(Imported.LENIENT, rows).report().defects())
                .extracting(Defect::message)
                .containsExactly(
                        "line 3, coherence: expected a whole number from 0 to 4, found nothing",
                        "line 4, helpfulness: expected a whole number from 0 to 4, found \"4\"");
    }

    @Test
    void helpsteer2_preference() {
        assertDefect(
                HELP_STEER_2,
                "strength\": 1",
                "strength\": 4",
                "preference_strength: expected a whole number from -3 to 3, found 4");
        assertDefect(HELP_STEER_2, "\"b\"", "\" \"", "response_2: expected a text that is not empty, found \" \"");
    }

    @Test
    void arena_2023() {
        assertDefect(
                ARENA_2023,
                "model_a",
                "model_c",
                "winner: expected one of model_a, model_b, tie, tie (bothbad), found \"model_c\"");
        assertDefect(
                ARENA_2023,
                "\"conversation_b\": [{\"role\": \"user\", \"content\": \"q\"}",
                "\"conversation_b\": [{\"role\": \"user\", \"content\": \"r\"}",
                "conversation_b: expected before the last turn the same 1 as in conversation_a,"
                        + " found 1, different from turn 1 on");
    }

    @Test
    void arena_2024() {
        assertDefect(
                ARENA_2024,
                "[\\\"a\\\"]",
                "['a']",
                "response_a: expected a list of texts, or one as JSON in a text, found \"['a']\"");
        assertDefect(ARENA_2024, "[\\\"a\\\"]", "[null]", "response_a[0]: expected text, found null");
        assertDefect(
                ARENA_2024,
                "[\\\"a\\\"]",
                "[\\\"a\\\", \\\"c\\\"]",
                "response_a: expected one response to the one turn of prompt, found \"[\\\"a\\\", \\\"c\\\"]\"");
        assertDefect(
                ARENA_2024,
                "[\\\"b\\\"]",
                "[\\\"\\\\ud83d\\\"]",
                "response_b[0]: expected text without half surrogate pairs, found one of them");
        assertDefect(ARENA_2024, "\"1\"", "\"yes\"", "winner_model_a: expected 0 or 1, found \"yes\"");
        assertDefect(
                ARENA_2024,
                "\"winner_tie\": \"0\"",
                "\"winner_tie\": 1",
                "winner_tie: expected 1 in exactly one of winner_model_a, winner_model_b, winner_tie, found 1");
    }

    @Test
    void alpacafarm() {
        assertDefect(
                ALPACA_FARM,
                "\"preference\": 1",
                "\"preference\": 3",
                "preference: expected 1 or 2, 0 or 1.5 for a tie, or null, found 3");
        assertDefect(
                ALPACA_FARM,
                ", \"preference\": 1",
                "",
                "preference: expected 1 or 2, 0 or 1.5 for a tie, or null, found nothing");
    }

    @Test
    void prm800k() {
        assertDefect(
                PRM_800K,
                "\"rating\": -1",
                "\"rating\": -2",
                "label.steps[0].completions[1].rating: expected a whole number from -1 to 1, found -2");
        assertDefect(
                PRM_800K,
                "\"chosen_completion\": 0",
                "\"chosen_completion\": 2",
                "label.steps[0].chosen_completion: expected a whole number from 0 to 1, found 2");
        assertDefect(
                PRM_800K,
                "{\"text\": \"b\", ",
                "{",
                "label.steps[0].completions[1].text: expected text, found nothing");
        assertDefect(
                PRM_800K, "{\"problem\": \"q\"}", "\"q\"", "question: expected an object with problem, found \"q\"");
    }

    @Test
    void shp() {
        assertDefect(SHP, "\"labels\": 1", "\"labels\": 2", "labels: expected a whole number from 0 to 1, found 2");
        assertDefect(
                SHP, "\"q\"", "\"HUMAN: \"", "history: expected words in every turn, found nothing in turn 1 of 1");
    }

    @Test
    void nectar() {
        assertDefect(NECTAR, "\"rank\": 2", "\"rank\": \"2\"", "answers[1].rank: expected a number, found \"2\"");
        assertDefect(
                NECTAR,
                "[{\"answer\": \"a\", \"rank\": 1}, {\"answer\": \"b\", \"rank\": 2}]",
                "[]",
                "answers: expected a list of answers {answer, rank}, found []");
    }

    @Test
    void orca() {
        assertDefect(ORCA, "\"system\": \"\"", "\"system\": 1", "system: expected text, found 1");
    }

    @Test
    void sharegpt() {
        assertDefect(
                SHARE_GPT,
                "{\"from\": \"gpt\", \"value\": \"a\"}",
                "{\"from\": \"human\", \"value\": \"a\"}",
                "chosen: expected an assistant turn at the end, found user");
        assertDefect(
                SHARE_GPT, "\"value\": \"q\"", "\"value\": null", "conversations[0].value: expected text, found null");
    }

    @Test
    void alpaca() {
        assertDefect(
                ALPACA, "[]", "[[\"a\"]]", "history[0]: expected a list of rounds [user, assistant], found [\"a\"]");
        assertDefect(ALPACA, "\"q\"", "null", "instruction: expected text, found null");
    }

    @Test
    void stackexchange() {
        assertDefect(STACK_EXCHANGE, "\"a\"", "[\"a\"]", "response_j: expected text, found [\"a\"]");
    }

    @Test
    void a_row_of_more_answers_than_can_be_paired_is_refused_before_they_are() {
        var many = IntStream.range(0, 20_000)
                .mapToObj(i -> "{\"answer\": \"%d\", \"rank\": %d}".formatted(i, i))
                .collect(Collectors.joining(", ", "{\"prompt\": \"q\", \"answers\": [", "]}"));
        var all = Imported.LENIENT.withLayout(LayoutOptions.NONE.withPairs(PairChoice.ALL));
        assertThat(Imported.of(all, NECTAR, many).report().defects())
                .extracting(Defect::message)
                .containsExactly("line 2: expected a row that makes at most 1000 pairs of 16777216 characters in all,"
                        + " found more");
    }

    @Test
    void a_solution_whose_steps_add_up_to_more_than_any_is_refused() {
        var steps = IntStream.range(0, 900)
                .mapToObj(i ->
                        "{\"completions\": [{\"text\": \"%s\", \"rating\": 1}, {\"text\": \"no\", \"rating\": -1}],"
                                        .formatted("x".repeat(250))
                                + " \"chosen_completion\": 0}")
                .collect(Collectors.joining(
                        ", ", "{\"question\": {\"problem\": \"q\"}, \"label\": {\"steps\": [", "]}}"));
        assertThat(Imported.of(Imported.LENIENT, PRM_800K, steps).report().defectCounts())
                .containsOnlyKeys(DefectKind.TOO_MANY_PAIRS);
    }
}

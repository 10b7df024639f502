package io.kernelign.data;

import static io.kernelign.data.Imported.defectOf;
import static io.kernelign.data.Imported.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.data.defect.Defect;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.defect.Place;
import io.kernelign.data.rows.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefectsTest {

    private static final String GOOD = row("question", "good", "bad");
    private static final String GOOD_TRANSCRIPTS =
            transcripts("Human: q\n\nAssistant: good", "Human: q\n\nAssistant: bad");

    private static String transcripts(String chosen, String rejected) {
        return "{\"chosen\": \"\\n\\n%s\", \"rejected\": \"\\n\\n%s\"}"
                .formatted(chosen, rejected)
                .replace("\n", "\\n");
    }

    private static Defect trl(String bad) {
        return defectOf(GOOD, bad);
    }

    private static Defect hh(String chosen, String rejected) {
        return defectOf(GOOD_TRANSCRIPTS, transcripts(chosen, rejected));
    }

    private static Defect defect(String field, DefectKind kind, String expected, String found) {
        return new Defect(Place.ofLine(2), field, expected, found, kind);
    }

    @Test
    void broken_json_is_reported_with_the_place_where_it_breaks_off() {
        assertThat(trl("{\"prompt\": \"q\", \"chosen\""))
                .isEqualTo(defect(
                        "",
                        DefectKind.INVALID_JSON,
                        "one JSON object a line; it breaks off at character 25",
                        "{\"prompt\": \"q\", \"chosen\""));
    }

    @Test
    void a_row_that_is_no_object_or_more_than_one_is_invalid() {
        assertThat(trl("[1]").kind()).isEqualTo(DefectKind.INVALID_JSON);
        assertThat(trl("{} {}").kind()).isEqualTo(DefectKind.INVALID_JSON);
        assertThat(trl("{\"prompt\": \"a\", \"prompt\": \"b\"}").kind()).isEqualTo(DefectKind.INVALID_JSON);
    }

    @Test
    void a_field_may_not_be_absent_or_null() {
        assertThat(trl("{\"prompt\": \"q\", \"chosen\": \"a\"}"))
                .isEqualTo(defect(
                        "rejected", DefectKind.MISSING_FIELD, "text or a list of messages {role, content}", "nothing"));
        assertThat(trl("{\"prompt\": \"q\", \"chosen\": null, \"rejected\": \"b\"}")
                        .message())
                .isEqualTo("line 2, chosen: expected text or a list of messages {role, content}, found null");
    }

    @Test
    void a_text_or_list_may_not_be_empty() {
        assertThat(trl(row("q", " \\t", "b")))
                .isEqualTo(defect("chosen", DefectKind.EMPTY_FIELD, "a text that is not empty", "\" \t\""));
        assertThat(trl("{\"prompt\": [], \"chosen\": \"a\", \"rejected\": \"b\"}"))
                .isEqualTo(
                        defect("prompt", DefectKind.EMPTY_FIELD, "text or a list of messages {role, content}", "[]"));
    }

    @Test
    void a_value_of_another_type_is_reported_cut_to_80_characters() {
        var found = trl(GOOD.replace("}", ", \"label\": {\"" + "k".repeat(100) + "\": 1}}"));
        assertThat(found.kind()).isEqualTo(DefectKind.MALFORMED_FIELD);
        assertThat(found.found()).hasSize(80).startsWith("{\"kkk").endsWith("…");
    }

    @Test
    void a_role_nobody_knows_is_reported_with_its_path() {
        assertThat(trl(
                        "{\"prompt\": [{\"role\": \"user\", \"content\": \"q\"}, {\"role\": \"gpt\", \"content\": \"q\"}],"
                                + " \"chosen\": \"a\", \"rejected\": \"b\"}"))
                .isEqualTo(defect(
                        "prompt[1].role",
                        DefectKind.UNKNOWN_ROLE,
                        "one of system, developer, user, assistant",
                        "\"gpt\""));
    }

    @Test
    void a_message_without_content_is_reported_with_its_path() {
        assertThat(trl("{\"prompt\": [{\"role\": \"user\"}], \"chosen\": \"a\", \"rejected\": \"b\"}"))
                .isEqualTo(defect("prompt[0].content", DefectKind.MISSING_FIELD, "text", "nothing"));
        assertThat(trl("{\"prompt\": [\"q\"], \"chosen\": \"a\", \"rejected\": \"b\"}"))
                .isEqualTo(defect("prompt[0]", DefectKind.MALFORMED_FIELD, "an object with role", "\"q\""));
    }

    @Test
    void a_prompt_needs_a_user_turn() {
        assertThat(
                        trl(
                                "{\"prompt\": [{\"role\": \"system\", \"content\": \"s\"}], \"chosen\": \"a\", \"rejected\": \"b\"}"))
                .isEqualTo(defect("prompt", DefectKind.NO_USER_TURN, "a user turn in the prompt", "system"));
        assertThat(hh("Assistant: a", "Assistant: b"))
                .isEqualTo(defect("chosen", DefectKind.NO_USER_TURN, "a user turn in the prompt", "no turn"));
    }

    @Test
    void a_response_ends_and_begins_with_the_assistant() {
        assertThat(hh("Human: q\n\nAssistant: a", "Human: q"))
                .isEqualTo(
                        defect("rejected", DefectKind.LAST_TURN_NOT_ASSISTANT, "an assistant turn at the end", "user"));
        assertThat(trl("{\"prompt\": \"q\", \"chosen\": [{\"role\": \"user\", \"content\": \"q\"},"
                        + " {\"role\": \"assistant\", \"content\": \"a\"}], \"rejected\": \"b\"}"))
                .isEqualTo(defect(
                        "chosen",
                        DefectKind.MALFORMED_FIELD,
                        "a response that begins with an assistant turn",
                        "user, assistant"));
    }

    @Test
    void chosen_and_rejected_may_not_be_the_same() {
        assertThat(trl(row("q", "same", "same")))
                .isEqualTo(defect(
                        "rejected",
                        DefectKind.CHOSEN_EQUALS_REJECTED,
                        "a response that differs from chosen",
                        "\"same\""));
    }

    @Test
    void an_empty_turn_of_a_transcript_is_reported_with_its_number() {
        assertThat(hh("Human: q\n\nAssistant: ", "Human: q\n\nAssistant: b"))
                .isEqualTo(defect("chosen", DefectKind.EMPTY_FIELD, "words in every turn", "nothing in turn 2 of 2"));
        assertThat(trl("{}").kind()).isEqualTo(DefectKind.MISSING_FIELD);
    }

    @Test
    void a_text_that_is_no_transcript_is_reported_as_such() {
        assertThat(hh("once upon a time", "Human: q\n\nAssistant: b").message())
                .isEqualTo("line 2, chosen: expected a transcript \"\\n\\nHuman: ... \\n\\nAssistant: ...\","
                        + " found \"\n\nonce upon a time\"");
    }

    @Test
    void transcripts_that_do_not_share_their_turns_are_reported_with_the_first_that_differs() {
        assertThat(hh("Human: q\n\nAssistant: a\n\nHuman: r\n\nAssistant: a", "Human: q\n\nAssistant: b"))
                .isEqualTo(defect(
                        "rejected",
                        DefectKind.PROMPTS_DIFFER,
                        "before the last turn the same 3 as in chosen",
                        "1, different from turn 2 on"));
    }

    @Test
    void ultrafeedback_must_say_the_same_prompt_twice() {
        var row = """
                {"prompt": "Why?",\
                 "chosen": [{"role": "user", "content": "Why?"}, {"role": "assistant", "content": "a"}],\
                 "rejected": [{"role": "user", "content": "Why?"}, {"role": "assistant", "content": "b"}],\
                 "score_chosen": 2, "score_rejected": 1}""";
        assertThat(defectOf(row, row.replace("\"prompt\": \"Why?\"", "\"prompt\": \"How?\"")))
                .isEqualTo(defect("prompt", DefectKind.PROMPTS_DIFFER, "the text of a turn of chosen", "\"How?\""));
    }

    @Test
    void a_text_beyond_the_limit_is_too_long() {
        var limits = new Limits(1 << 20, 64, 1 << 20, 200, 10);
        var defects = Imported.of(Imported.LENIENT.withLimits(limits), GOOD, row("q", "12345678901", "b"))
                .report()
                .defects();
        assertThat(defects)
                .containsExactly(defect(
                        "chosen", DefectKind.TEXT_TOO_LONG, "at most 10 characters", "11 characters: 12345678901"));
    }

    @Test
    void half_a_surrogate_pair_is_no_text() {
        assertThat(trl(row("q", "\\ud83d", "b")))
                .isEqualTo(
                        defect("chosen", DefectKind.INVALID_UTF8, "text without half surrogate pairs", "one of them"));
    }

    /** Found by {@code ./kernelign bench mutations}. */
    @Test
    void a_number_beyond_every_double_is_a_malformed_field() {
        for (var number : List.of("1e400", "-1e400", "1" + "0".repeat(400))) {
            assertThat(trl(GOOD.replace("}", ", \"weight\": " + number + "}")).kind())
                    .isEqualTo(DefectKind.MALFORMED_FIELD);
        }
    }

    @Test
    void a_weight_is_above_zero_and_a_label_no_object() {
        assertThat(trl(GOOD.replace("}", ", \"weight\": 0}")))
                .isEqualTo(defect("weight", DefectKind.MALFORMED_FIELD, "a number above 0", "0"));
        assertThat(trl(GOOD.replace("}", ", \"label\": {}}")))
                .isEqualTo(defect("label", DefectKind.MALFORMED_FIELD, "text, a number or a truth value", "{}"));
    }

    @Test
    void nesting_beyond_the_limit_is_an_error_that_names_it() {
        assertThat(trl("{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}")).satisfies(defect -> {
            assertThat(defect.kind()).isEqualTo(DefectKind.NESTED_TOO_DEEPLY);
            assertThat(defect.expected()).isEqualTo("nesting of at most 64 levels");
        });
        assertThat(trl("{\"a\":" + "[".repeat(63) + "]".repeat(63) + "}").kind())
                .isEqualTo(DefectKind.MISSING_FIELD);
    }

    @Test
    void a_pair_that_comes_again_is_kept_with_a_warning() {
        var result = Imported.of(Imported.OPTIONS, GOOD, row("other", "a", "b"), GOOD);
        assertThat(result.report().defects())
                .containsExactly(new Defect(
                        Place.ofLine(3),
                        "",
                        "a pair that is not in the data set yet",
                        "such a pair at line 1",
                        DefectKind.DUPLICATE_PAIR));
        assertThat(result.pairs()).hasSize(3);
    }

    @Test
    void a_pair_that_prefers_the_other_response_is_kept_with_a_warning() {
        var result = Imported.of(Imported.OPTIONS, GOOD, row("question", "bad", "good"));
        assertThat(result.report().defects())
                .containsExactly(defect(
                        "",
                        DefectKind.CONTRADICTION,
                        "no pair that prefers the other response",
                        "such a pair at line 1"));
        assertThat(result.pairs()).hasSize(2);
    }
}

package io.kernelign.data;

import static io.kernelign.data.Imported.OPTIONS;
import static io.kernelign.data.Imported.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.data.layout.Layouts;
import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutsTest {

    private static final Message ASK = new Message(Role.USER, "Why?");
    private static final Message YES = new Message(Role.ASSISTANT, "Because.");
    private static final Message NO = new Message(Role.ASSISTANT, "No.");

    private static Imported imported(String row) {
        return Imported.of(OPTIONS, row);
    }

    private static void assertPair(PreferencePair pair, List<Message> prompt, Message chosen, Message rejected) {
        assertThat(pair.prompt()).isEqualTo(prompt);
        assertThat(pair.chosen()).containsExactly(chosen);
        assertThat(pair.rejected()).containsExactly(rejected);
    }

    @Test
    void trl_with_texts() {
        var result = imported(row("Why?", "Because.", "No."));
        assertThat(result.report().layout()).isEqualTo("trl");
        assertThat(result.report().layoutReason())
                .isEqualTo("the rows (1 was looked at) have prompt, chosen, rejected: texts, or lists of messages");
        assertPair(result.pairs().get(0), List.of(ASK), YES, NO);
    }

    @Test
    void trl_with_lists_of_messages() {
        var result = imported("""
                {"prompt": [{"role": "system", "content": ""}, {"role": "user", "content": "Why?"}],\
                 "chosen": [{"role": "assistant", "content": "Because."}],\
                 "rejected": [{"role": "assistant", "content": "No."}], "score_chosen": 1}""");
        assertThat(result.report().layout()).isEqualTo("trl");
        assertPair(result.pairs().get(0), List.of(new Message(Role.SYSTEM, ""), ASK), YES, NO);
    }

    @Test
    void trl_with_a_text_for_the_prompt_and_lists_for_the_responses() {
        var result = imported("""
                {"prompt": "Why?", "chosen": [{"role": "assistant", "content": "Because."}],\
                 "rejected": [{"role": "assistant", "content": "No."}]}""");
        assertThat(result.report().layout()).isEqualTo("trl");
        assertPair(result.pairs().get(0), List.of(ASK), YES, NO);
    }

    @Test
    void trl_rows_may_carry_task_label_and_weight() {
        var result =
                imported(row("Why?", "Because.", "No.").replace("}", ", \"task\":\"t\",\"label\":3,\"weight\":0.5}"));
        var pair = result.pairs().get(0);
        assertThat(pair.task()).isEqualTo("t");
        assertThat(pair.label()).isEqualTo("3");
        assertThat(pair.weight()).isEqualTo(0.5);
        var plain = imported(row("Why?", "Because.", "No.")).pairs().get(0);
        assertThat(plain.task()).isNull();
        assertThat(plain.weight()).isEqualTo(1);
        assertThat(plain.id()).isEqualTo(pair.id());
    }

    @Test
    void openai() {
        var result = imported("""
                {"input": {"messages": [{"role": "user", "content": "Why?"}], "tools": []},\
                 "preferred_output": [{"role": "assistant", "content": "Because."}],\
                 "non_preferred_output": [{"role": "assistant", "content": "No."}]}""");
        assertThat(result.report().layout()).isEqualTo("openai");
        assertPair(result.pairs().get(0), List.of(ASK), YES, NO);
    }

    @Test
    void hh_rlhf_takes_the_shared_turns_as_prompt_and_the_last_turn_as_response() {
        var before = "\\n\\nHuman: Hi\\n\\nAssistant: Hello.\\n\\nTwo paragraphs.\\n\\nHuman: Why? \\n\\nAssistant: ";
        var result = imported("{\"chosen\": \"%s Because.\", \"rejected\": \"%sNo.\"}".formatted(before, before));
        assertThat(result.report().layout()).isEqualTo("hh-rlhf");
        var hello = new Message(Role.ASSISTANT, "Hello.\n\nTwo paragraphs.");
        assertPair(result.pairs().get(0), List.of(new Message(Role.USER, "Hi"), hello, ASK), YES, NO);
    }

    @Test
    void ultrafeedback() {
        var result = imported("""
                {"prompt": "Why?", "prompt_id": "x",\
                 "chosen": [{"role": "user", "content": "Why?"}, {"role": "assistant", "content": "Because."}],\
                 "rejected": [{"role": "user", "content": "Why?"}, {"role": "assistant", "content": "No."}],\
                 "score_chosen": 8.0, "score_rejected": 6.5}""");
        assertThat(result.report().layout()).isEqualTo("ultrafeedback");
        assertPair(result.pairs().get(0), List.of(ASK), YES, NO);
    }

    @Test
    void a_bad_first_row_does_not_hide_the_layout() {
        var lines = Imported.rows(4);
        lines[0] = "{\"chosen\": 1}";
        assertThat(Imported.of(Imported.LENIENT, lines).report().layout()).isEqualTo("trl");
    }

    @Test
    void format_forces_a_layout() {
        var row = row("Why?", "Because.", "No.");
        var forced = Imported.of(OPTIONS.withFormat("trl"), row).report();
        assertThat(forced.layoutReason()).isEqualTo("format=trl asks for it");
        assertThatThrownBy(() -> Imported.of(OPTIONS.withFormat("openai"), row))
                .isInstanceOf(RejectedDataException.class)
                .hasMessage("1 of 1 rows cannot be used and no pair is left; line 1, input: "
                        + "expected a list of messages {role, content}, found nothing");
    }

    @Test
    void an_unknown_format_is_refused_with_the_names_there_are() {
        assertThatThrownBy(() -> OPTIONS.withFormat("dpo"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessage("format is \"dpo\"; accepted is ultrafeedback, trl, openai, hh-rlhf");
        assertThat(Layouts.names()).containsExactly("ultrafeedback", "trl", "openai", "hh-rlhf");
    }

    @Test
    void columns_of_no_layout_are_refused_with_a_list_of_all_layouts() {
        assertThatThrownBy(() -> imported("{\"question\": \"Why?\", \"answer\": \"No.\"}"))
                .isInstanceOfSatisfying(UnusableInputException.class, e -> {
                    assertThat(e.field()).isEqualTo("file");
                    assertThat(e.found()).isEqualTo("made of the columns question, answer");
                    assertThat(e.accepted()).contains(Layouts.names());
                });
    }
}

package io.kernelign.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.data.layout.FieldMapping;
import io.kernelign.data.layout.LayoutOptions;
import io.kernelign.data.layout.PairChoice;
import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.Role;
import io.kernelign.data.pair.Split;
import org.junit.jupiter.api.Test;

class FieldMappingTest {

    private static final String MAPPING = """
            {"prompt": "/q", "chosen": "/answers/0/text", "rejected": "/answers/1/text", "system": "/meta/role",\
             "task": "/meta/task", "label": "/meta/level", "weight": "/meta/weight", "split": "/meta/part"}""";
    private static final String ROW = """
            {"q": "Why?", "answers": [{"text": "Because."}, {"text": "No."}], "meta": {"role": "Think.",\
             "task": "chat", "level": 3, "weight": 2, "part": "dev"}}""";

    private static ImportOptions mapped(String mapping) {
        return Imported.LENIENT.withLayout(LayoutOptions.ofMapping(FieldMapping.parse(mapping)));
    }

    private static void assertRefused(String mapping, String message) {
        assertThatThrownBy(() -> FieldMapping.parse(mapping))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void a_mapping_says_where_each_field_stands() {
        var imported = Imported.of(mapped(MAPPING), ROW);
        var pair = imported.pairs().get(0);
        assertThat(pair.prompt()).containsExactly(new Message(Role.SYSTEM, "Think."), new Message(Role.USER, "Why?"));
        assertThat(pair.chosen()).containsExactly(new Message(Role.ASSISTANT, "Because."));
        assertThat(pair.rejected()).containsExactly(new Message(Role.ASSISTANT, "No."));
        assertThat(pair.task()).isEqualTo("chat");
        assertThat(pair.label()).isEqualTo("3");
        assertThat(pair.weight()).isEqualTo(2);
        assertThat(pair.split()).isEqualTo(Split.HELD_OUT);
        assertThat(imported.report().layout()).isEqualTo("mapping");
        assertThat(imported.report().layoutReason())
                .startsWith("mapping gives prompt=/q, chosen=/answers/0/text, rejected=/answers/1/text, system=");
    }

    @Test
    void texts_transcripts_and_messages_do_wherever_a_mapping_points() {
        var options = mapped("{\"prompt\": \"/p\", \"chosen\": \"/c\", \"rejected\": \"/r\"}");
        var imported = Imported.of(options, """
                {"p": "\\n\\nHuman: Why?\\n\\nAssistant:", "c": {"from": "gpt", "value": "a"},\
                 "r": [{"role": "assistant", "content": "b"}], "split": "nonsense"}""");
        assertThat(imported.pairs().get(0).prompt()).containsExactly(new Message(Role.USER, "Why?"));
    }

    @Test
    void without_a_prompt_chosen_and_rejected_are_whole_conversations() {
        var options = mapped("{\"chosen\": \"/better\", \"rejected\": \"/worse\"}");
        var imported = Imported.of(options, """
                {"better": "\\n\\nHuman: Why?\\n\\nAssistant: a", "worse": [{"role": "user", "content": "Why?"},\
                 {"role": "assistant", "content": "b"}]}""");
        var pair = imported.pairs().get(0);
        assertThat(pair.prompt()).containsExactly(new Message(Role.USER, "Why?"));
        assertThat(pair.chosen()).containsExactly(new Message(Role.ASSISTANT, "a"));
    }

    @Test
    void a_defect_names_the_pointer() {
        var defects = Imported.of(mapped(MAPPING), ROW, ROW.replace("\"No.\"", "7"), ROW.replace("\"q\"", "\"p\""))
                .report()
                .defects();
        assertThat(defects.get(0).message())
                .isEqualTo(
                        "line 2, /answers/1/text: expected text or a list of messages" + " {role, content}, found 7");
        assertThat(defects.get(1).message())
                .isEqualTo("line 3, /q: expected text or a list of messages" + " {role, content}, found nothing");
    }

    @Test
    void what_is_no_mapping_is_refused() {
        assertRefused("[]", "mapping is []; accepted is a JSON object of JSON pointers");
        assertRefused("{", "mapping is {; accepted is a JSON object");
        assertRefused("{\"chosen\": \"/c\"}", "mapping is without rejected;");
        assertRefused("{\"chosen\": \"/c\", \"answer\": \"/r\"}", "mapping is with a field answer;");
        assertRefused("{\"chosen\": \"c\"}", "mapping.chosen is \"c\"; accepted is a JSON pointer");
        assertRefused("{\"chosen\": 1}", "mapping.chosen is 1; accepted is a JSON pointer");
    }

    @Test
    void a_mapping_stands_beside_neither_a_format_nor_an_option_of_a_layout() {
        var mapping = FieldMapping.parse(MAPPING);
        assertThatThrownBy(() -> new LayoutOptions("trl", mapping, null, null, null))
                .hasMessage("format is \"trl\"; accepted is no value beside mapping");
        var all = Imported.OPTIONS.withLayout(LayoutOptions.ofMapping(mapping).withPairs(PairChoice.ALL));
        assertThatThrownBy(() -> Imported.of(all, ROW)).hasMessageStartingWith("pairs is all; accepted is no value");
    }
}

package io.kernelign.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.data.defect.Defect;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The forms that messages come in. */
class MessagesTest {

    private static final String GOOD = trl("{\"role\": \"user\", \"content\": \"q\"}");

    private static String trl(String prompt) {
        return "{\"prompt\": [" + prompt + "], \"chosen\": \"a\", \"rejected\": \"b\"}";
    }

    private static List<Message> prompt(String messages) {
        return Imported.of(Imported.OPTIONS, trl(messages)).pairs().get(0).prompt();
    }

    private static Defect defect(String messages) {
        return Imported.defectOf(GOOD, trl(messages));
    }

    @Test
    void the_text_parts_of_a_content_are_joined_by_line_feeds() {
        assertThat(prompt("""
                {"role": "user", "content": [{"type": "text", "text": "one"}, {"type": "text", "text": "two"}]}""")).containsExactly(new Message(Role.USER, "one\ntwo"));
    }

    @Test
    void a_part_that_is_no_text_is_reported_with_its_path() {
        assertThat(defect("""
                {"role": "user", "content": [{"type": "text", "text": "one"}, {"type": "image_url", "image_url": {}}]}""").message())
                .isEqualTo("line 2, prompt[0].content[1].type: expected \"text\", found \"image_url\"");
    }

    @Test
    void a_developer_speaks_as_the_system() {
        assertThat(prompt("{\"role\": \"developer\", \"content\": \"s\"}, {\"role\": \"user\", \"content\": \"q\"}"))
                .containsExactly(new Message(Role.SYSTEM, "s"), new Message(Role.USER, "q"));
    }

    @Test
    void messages_of_sharegpt_have_names_of_their_own() {
        assertThat(prompt("""
                {"from": "system", "value": "s"}, {"from": "human", "value": "1"}, {"from": "gpt", "value": "2"},\
                 {"from": "user", "value": "3"}, {"from": "bot", "value": "4"}, {"from": "human", "value": "5"},\
                 {"from": "model", "value": "6"}, {"from": "human", "value": "7"}"""))
                .extracting(Message::role)
                .containsExactly(
                        Role.SYSTEM,
                        Role.USER,
                        Role.ASSISTANT,
                        Role.USER,
                        Role.ASSISTANT,
                        Role.USER,
                        Role.ASSISTANT,
                        Role.USER);
        assertThat(defect("{\"from\": \"alien\", \"value\": \"s\"}").message())
                .isEqualTo("line 2, prompt[0].from: expected one of system, human, user, gpt, chatgpt, bot, model,"
                        + " assistant, found \"alien\"");
    }

    @Test
    void the_use_of_tools_is_refused_by_name() {
        var call = defect("""
                {"role": "user", "content": "q"}, {"role": "assistant", "content": null, "tool_calls": [{"id": "1"}]}""");
        assertThat(call.kind()).isEqualTo(DefectKind.TOOL_USE);
        assertThat(call.message())
                .isEqualTo(
                        "line 2, prompt[1].tool_calls: expected no use of tools, only what system, user and assistant"
                                + " say, found [{\"id\":\"1\"}]");
        assertThat(defect("{\"role\": \"tool\", \"content\": \"4\"}"))
                .extracting(Defect::kind, Defect::field)
                .containsExactly(DefectKind.TOOL_USE, "prompt[0].role");
        assertThat(defect("{\"from\": \"function_call\", \"value\": \"{}\"}"))
                .extracting(Defect::kind, Defect::field)
                .containsExactly(DefectKind.TOOL_USE, "prompt[0].from");
    }

    @Test
    void an_empty_list_of_calls_is_no_use_of_tools() {
        assertThat(prompt("{\"role\": \"user\", \"content\": \"q\", \"tool_calls\": [], \"function_call\": null}"))
                .hasSize(1);
    }
}

package io.kernelign.data;

import static io.kernelign.data.Imported.OPTIONS;
import static io.kernelign.data.Imported.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Role;
import org.junit.jupiter.api.Test;

/** What each layout makes of a row as its publisher writes it. */
class LayoutsTest {

    private static final Message ASK = new Message(Role.USER, "Why?");
    private static final Message YES = new Message(Role.ASSISTANT, "Because.");
    private static final Message NO = new Message(Role.ASSISTANT, "No.");

    private static Message system(String text) {
        return new Message(Role.SYSTEM, text);
    }

    private static Message user(String text) {
        return new Message(Role.USER, text);
    }

    private static Message assistant(String text) {
        return new Message(Role.ASSISTANT, text);
    }

    private static PreferencePair onlyPair(String layout, String... rows) {
        var imported = Imported.of(OPTIONS, rows);
        assertThat(imported.report().layout()).isEqualTo(layout);
        assertThat(imported.pairs()).hasSize(1);
        return imported.pairs().get(0);
    }

    private static void assertPair(PreferencePair pair, Message chosen, Message rejected, Message... prompt) {
        assertThat(pair.prompt()).containsExactly(prompt);
        assertThat(pair.chosen()).containsExactly(chosen);
        assertThat(pair.rejected()).containsExactly(rejected);
    }

    @Test
    void trl_with_texts() {
        assertPair(onlyPair("trl", row("Why?", "Because.", "No.")), YES, NO, ASK);
    }

    @Test
    void trl_with_lists_of_messages() {
        assertPair(onlyPair("trl", """
                        {"prompt": [{"role": "system", "content": ""}, {"role": "user", "content": "Why?"}],\
                         "chosen": [{"role": "assistant", "content": "Because."}],\
                         "rejected": [{"role": "assistant", "content": "No."}], "score_chosen": 1}"""), YES, NO, system(""), ASK);
    }

    @Test
    void trl_with_a_text_for_the_prompt_and_lists_for_the_responses() {
        assertPair(onlyPair("trl", """
                {"prompt": "Why?", "chosen": [{"role": "assistant", "content": "Because."}],\
                 "rejected": [{"role": "assistant", "content": "No."}]}"""), YES, NO, ASK);
    }

    @Test
    void trl_with_a_transcript_for_the_prompt() {
        assertPair(
                onlyPair(
                        "trl",
                        row(
                                "\\n\\nHuman: Hi\\n\\nAssistant: Hello.\\n\\nHuman: Why?\\n\\nAssistant:",
                                "Because.",
                                "No.")),
                YES,
                NO,
                user("Hi"),
                assistant("Hello."),
                ASK);
        assertPair(onlyPair("trl", row("Human: Why?", "Because.", "No.")), YES, NO, user("Human: Why?"));
    }

    @Test
    void trl_rows_may_carry_task_label_and_weight() {
        var plain = row("Why?", "Because.", "No.");
        var pair = onlyPair("trl", plain.replace("}", ", \"task\":\"t\",\"label\":3,\"weight\":0.5}"));
        assertThat(pair.task()).isEqualTo("t");
        assertThat(pair.label()).isEqualTo("3");
        assertThat(pair.weight()).isEqualTo(0.5);
        assertThat(onlyPair("trl", plain).task()).isNull();
        assertThat(onlyPair("trl", plain.replace("}", ", \"task\": \" \", \"label\": null}"))
                        .task())
                .isNull();
        assertThat(onlyPair("trl", plain).weight()).isEqualTo(1);
        assertThat(onlyPair("trl", plain).id()).isEqualTo(pair.id());
    }

    @Test
    void trl_implicit_takes_the_longest_common_beginning_as_prompt() {
        var pair = onlyPair("trl-implicit", """
                {"chosen": [{"role": "user", "content": "Why?"}, {"role": "assistant", "content": "Because."}],\
                 "rejected": [{"role": "user", "content": "Why?"}, {"role": "assistant", "content": "No."},\
                 {"role": "user", "content": "No?"}, {"role": "assistant", "content": "Never."}]}""");
        assertThat(pair.prompt()).containsExactly(ASK);
        assertThat(pair.chosen()).containsExactly(YES);
        assertThat(pair.rejected()).containsExactly(NO, user("No?"), assistant("Never."));
    }

    @Test
    void openai() {
        assertPair(onlyPair("openai", """
                {"input": {"messages": [{"role": "user", "content": "Why?"}], "tools": [],\
                 "parallel_tool_calls": true},\
                 "preferred_output": [{"role": "assistant", "content": "Because."}],\
                 "non_preferred_output": [{"role": "assistant", "content": "No."}]}"""), YES, NO, ASK);
    }

    @Test
    void hh_rlhf_takes_the_shared_turns_as_prompt_and_the_last_turn_as_response() {
        var before = "\\n\\nHuman: Hi\\n\\nAssistant: Hello.\\n\\nTwo paragraphs.\\n\\nHuman: Why? \\n\\nAssistant: ";
        assertPair(
                onlyPair("hh-rlhf", "{\"chosen\": \"%s Because.\", \"rejected\": \"%sNo.\"}".formatted(before, before)),
                YES,
                NO,
                user("Hi"),
                assistant("Hello.\n\nTwo paragraphs."),
                ASK);
    }

    private static String helpSteer(String prompt, String response, int helpfulness) {
        return """
                {"prompt": "%s", "response": "%s", "helpfulness": %d, "correctness": 2, "coherence": 3,\
                 "complexity": 1, "verbosity": 4}""".formatted(prompt, response, helpfulness);
    }

    @Test
    void helpsteer_pairs_the_rows_of_a_prompt() {
        assertPair(onlyPair("helpsteer", helpSteer("Why?", "No.", 1), helpSteer("Why?", "Because.", 4)), YES, NO, ASK);
    }

    @Test
    void helpsteer_marks_all_turns_but_the_first() {
        var prompt = "Hi\\n<extra_id_1>Assistant\\nHello.\\n<extra_id_1>User\\nWhy?";
        assertPair(
                onlyPair("helpsteer", helpSteer(prompt, "Because.", 4), helpSteer(prompt, "No.", 1)),
                YES,
                NO,
                user("Hi"),
                assistant("Hello."),
                ASK);
    }

    @Test
    void helpsteer2_preference_prefers_the_second_response_when_its_strength_is_positive() {
        var row = """
                {"split": "train", "prompt": "Why?", "response_1": "No.", "response_2": "Because.",\
                 "preference_strength": 1, "preference_statement": "better"}""";
        assertPair(onlyPair("helpsteer2-preference", row), YES, NO, ASK);
        assertPair(onlyPair("helpsteer2-preference", row.replace(": 1,", ": -3,")), NO, YES, ASK);
    }

    @Test
    void arena_2023() {
        assertPair(onlyPair("arena-2023", """
                {"question_id": "x", "winner": "model_b", "turn": 1,\
                 "conversation_a": [{"content": "Why?", "role": "user"}, {"content": "No.", "role": "assistant"}],\
                 "conversation_b": [{"content": "Why?", "role": "user"},\
                 {"content": "Because.", "role": "assistant"}]}"""), YES, NO, ASK);
    }

    @Test
    void arena_2024_with_lists_as_json_in_texts_or_as_they_are() {
        assertPair(onlyPair("arena-2024", """
                {"id": "1", "prompt": "[\\"Why?\\"]", "response_a": "[\\"Because.\\"]", "response_b": "[\\"No.\\"]",\
                 "winner_model_a": "1", "winner_model_b": "0", "winner_tie": "0"}"""), YES, NO, ASK);
        assertPair(onlyPair("arena-2024", """
                {"id": 1, "prompt": ["Why?"], "response_a": ["No."], "response_b": ["Because."],\
                 "winner_model_a": 0, "winner_model_b": 1, "winner_tie": 0}"""), YES, NO, ASK);
    }

    @Test
    void alpacafarm_joins_instruction_and_input() {
        var row = """
                {"instruction": "Why?", "input": "%s", "output_1": "No.", "output_2": "Because.", "preference": %s}""";
        assertPair(onlyPair("alpacafarm", row.formatted("", 2)), YES, NO, ASK);
        assertPair(onlyPair("alpacafarm", row.formatted("The sea", "1.0")), NO, YES, user("Why?\nThe sea"));
    }

    @Test
    void prm800k_answers_with_the_solution_as_far_as_it_goes() {
        assertPair(
                onlyPair("prm800k", """
                        {"question": {"problem": "1 + 1 + 1?"}, "label": {"finish_reason": "solution", "steps": [\
                        {"completions": [{"text": "1 + 1 = 3.", "rating": -1}], "chosen_completion": null,\
                         "human_completion": {"text": "1 + 1 = 2.", "rating": null}},\
                        {"completions": [{"text": "Well.", "rating": 0}, {"text": "2 + 1 = 4.", "rating": -1},\
                         {"text": "2 + 1 = 3.", "rating": 1}], "chosen_completion": 2, "human_completion": null}\
                        ]}}"""),
                assistant("1 + 1 = 2.\n2 + 1 = 3."),
                assistant("1 + 1 = 2.\n2 + 1 = 4."),
                user("1 + 1 + 1?"));
    }

    @Test
    void shp_with_a_text_or_a_transcript_for_the_history() {
        var row = """
                {"history": "%s", "human_ref_A": "Because.", "human_ref_B": "No.", "labels": %d, "score_ratio": 2.0}""";
        assertPair(onlyPair("shp", row.formatted("Why?", 1)), YES, NO, ASK);
        assertPair(
                onlyPair("shp", row.formatted("HUMAN: Hi\\n\\nASSISTANT: Hello.\\n\\nHUMAN: Why?", 0)),
                NO,
                YES,
                user("Hi"),
                assistant("Hello."),
                ASK);
    }

    @Test
    void ultrafeedback() {
        assertPair(onlyPair("ultrafeedback", """
                {"prompt": "Why?", "prompt_id": "x",\
                 "chosen": [{"role": "user", "content": "Why?"}, {"role": "assistant", "content": "Because."}],\
                 "rejected": [{"role": "user", "content": "Why?"}, {"role": "assistant", "content": "No."}],\
                 "score_chosen": 8.0, "score_rejected": 6.5}"""), YES, NO, ASK);
    }

    @Test
    void nectar_pairs_the_best_answer_with_the_worst() {
        assertPair(onlyPair("nectar", """
                {"prompt": "\\n\\nHuman: Why?\\n\\nAssistant: ", "answers": [\
                {"answer": "Hm.", "model": "a", "rank": 2.0}, {"answer": "Because.", "model": "b", "rank": 1.0},\
                 {"answer": "No.", "model": "c", "rank": 3.0}], "turns": 1}"""), YES, NO, ASK);
    }

    @Test
    void orca_keeps_the_system_message_unless_it_is_empty() {
        var row = "{\"system\": \"%s\", \"question\": \"Why?\", \"chosen\": \"Because.\", \"rejected\": \"No.\"}";
        assertPair(onlyPair("orca", row.formatted("Think.")), YES, NO, system("Think."), ASK);
        assertPair(onlyPair("orca", row.formatted("")), YES, NO, ASK);
        assertPair(
                onlyPair(
                        "orca-distilabel",
                        row.formatted("").replace("question", "input").replace("}", ", \"generations\": []}")),
                YES,
                NO,
                ASK);
    }

    @Test
    void capybara_keeps_all_turns_but_the_last_as_prompt() {
        var whole = """
                [{"content": "Hi", "role": "user"}, {"content": "Hello.", "role": "assistant"},\
                 {"content": "Why?", "role": "user"}, {"content": "%s", "role": "assistant"}]""";
        assertPair(
                onlyPair("capybara", """
                        {"prompt": "unlike", "rating_chosen": 5, "rating_rejected": 3, "chosen": %s, "rejected": %s}""".formatted(whole.formatted("Because."), whole.formatted("No."))),
                YES,
                NO,
                user("Hi"),
                assistant("Hello."),
                ASK);
    }

    @Test
    void sharegpt() {
        assertPair(onlyPair("sharegpt", """
                        {"conversations": [{"from": "system", "value": "Think."}, {"from": "human", "value": "Why?"}],\
                         "chosen": {"from": "gpt", "value": "Because."}, "rejected": {"from": "model", "value": "No."}}"""), YES, NO, system("Think."), ASK);
    }

    @Test
    void alpaca_with_system_message_and_history() {
        var row = "{\"instruction\": \"Why?\", \"input\": \"\", \"chosen\": \"Because.\", \"rejected\": \"No.\"%s}";
        assertPair(onlyPair("alpaca", row.formatted("")), YES, NO, ASK);
        assertPair(
                onlyPair("alpaca", row.formatted(", \"system\": \"Think.\", \"history\": [[\"Hi\", \"Hello.\"]]")),
                YES,
                NO,
                system("Think."),
                user("Hi"),
                assistant("Hello."),
                ASK);
    }

    @Test
    void stackexchange() {
        assertPair(
                onlyPair(
                        "stackexchange",
                        "{\"qid\": 1, \"question\": \"Why?\", \"response_j\": \"Because.\", \"response_k\": \"No.\"}"),
                YES,
                NO,
                ASK);
    }
}

package io.kernelign.lm.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.lm.json.JsonFile;
import io.kernelign.lm.tokenizer.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RespondentTest {

    private static final Sampling WARM = new Sampling(1, 0.9, 5);
    private static final int MOST = 24;

    @TempDir
    private Path path;

    private ModelFolder folder;
    private Decoder decoder;

    @BeforeEach
    void load() {
        folder = TinyFolder.write(path);
        decoder = new Decoder(folder.config(), WeightLoader.load(folder.weights(), folder.config()));
    }

    @AfterEach
    void close() {
        decoder.close();
    }

    @Test
    void an_answer_is_text_without_special_tokens_and_says_why_it_ended() {
        var answers = answers(WARM, List.of(), ask(40));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.text()).matches("(w\\d+)?( w\\d+)*");
            assertThat(answer.tokens()).isBetween(0, MOST);
            assertThat(answer.reason() == Continuation.Reason.LENGTH).isEqualTo(answer.tokens() == MOST);
        });
        assertThat(answers).extracting(Answer::reason).contains(Continuation.Reason.STOP, Continuation.Reason.LENGTH);
    }

    @Test
    void an_answer_ends_before_the_first_stop_text_in_it() {
        var whole = answers(WARM, List.of(), ask(40));
        var cut = answers(WARM, List.of("w7", "w20 "), ask(40));

        for (int i = 0; i < whole.size(); i++) {
            var text = whole.get(i).text();
            int end = IntStream.of(text.indexOf("w7"), text.indexOf("w20 "))
                    .filter(at -> at >= 0)
                    .min()
                    .orElse(text.length());
            assertThat(cut.get(i).text()).isEqualTo(text.substring(0, end));
        }
        assertThat(cut).isNotEqualTo(whole);
    }

    @Test
    void an_answer_ends_at_a_special_token_among_the_stops_and_at_those_of_the_generation_configuration() {
        var whole = answers(WARM, List.of(), ask(40));
        var cut = answers(WARM, List.of("<cut>"), ask(40));
        JsonFile.write(path.resolve("generation_config.json"), Map.of("eos_token_id", List.of(1, 2)));

        assertThat(cut).isNotEqualTo(whole).isEqualTo(answers(WARM, List.of(), ask(40)));
    }

    @Test
    void draws_are_repeated_by_the_seed_and_do_not_depend_on_what_is_asked_beside() {
        var many = answers(WARM, List.of(), ask(6));

        assertThat(answers(WARM, List.of(), ask(6))).isEqualTo(many);
        assertThat(answers(WARM, List.of(), ask(3))).isEqualTo(many.subList(0, 3));
        assertThat(answers(new Sampling(1, 0.9, 6), List.of(), ask(6))).isNotEqualTo(many);
        assertThat(answers(WARM, List.of(), List.of(ask(1).get(0), ask(1).get(0))))
                .doesNotHaveDuplicates();
    }

    @Test
    void an_answer_ends_where_the_model_s_longest_sequence_ends() {
        var asked = List.of(new Asked("long", List.of(new Message("user", "w1 ".repeat(120)))));

        assertThat(answers(new Sampling(5, 1, 1), List.of(), asked).get(0).tokens())
                .isLessThanOrEqualTo(7);
    }

    @Test
    void a_conversation_that_is_too_long_or_that_the_template_refuses_is_named() {
        var tooLong = new Message("user", "w1 ".repeat(127));
        assertRefused(tooLong, "the other is \"128 tokens\"; accepted is 1 to 127 tokens for this model");
        assertRefused(
                new Message("system", "w1"),
                "the other cannot be asked: chat template, line 1: No system turns; accepted is a conversation that the model's"
                        + " chat template takes");
    }

    private void assertRefused(Message message, String sentence) {
        var asked = List.of(ask(1).get(0), new Asked("the other", List.of(message)));
        assertThatThrownBy(() -> answers(Sampling.GREEDY, List.of(), asked))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(sentence);
    }

    /** As many questions, no two alike. */
    private static List<Asked> ask(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "w" + i % 29 + " w3".repeat(i / 29 + i % 3))
                .map(text -> new Asked(text, List.of(new Message("user", text))))
                .toList();
    }

    private List<Answer> answers(Sampling sampling, List<String> stops, List<Asked> asked) {
        try (var respondent = new Respondent(folder, decoder)) {
            return respondent.answers(asked, Adapter.NONE, sampling, new AnswerLimits(MOST, stops));
        }
    }
}

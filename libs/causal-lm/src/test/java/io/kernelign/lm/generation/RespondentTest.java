package io.kernelign.lm.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.lm.json.JsonFile;
import io.kernelign.lm.tokenizer.Message;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
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
    void an_answer_that_has_been_begun_goes_on_from_there() {
        var whole = answers(Sampling.GREEDY, List.of(), ask(40)).stream()
                .map(Answer::text)
                .toList();

        var begun = ask(40).stream()
                .map(asked ->
                        new Asked(asked.name(), asked.messages(), begin(whole.get(Integer.parseInt(asked.name())))))
                .toList();
        var rest = answers(Sampling.GREEDY, List.of(), begun);

        for (int i = 0; i < whole.size(); i++) {
            assertThat((begun.get(i).opening() + " " + rest.get(i).text()).strip())
                    .startsWith(whole.get(i));
        }
    }

    /** Its first word. */
    private static String begin(String answer) {
        return answer.split(" ")[0];
    }

    @Test
    void what_is_asked_with_the_same_beginning_is_answered_as_if_it_were_asked_alone() {
        var asked = IntStream.range(0, 8)
                .mapToObj(i -> new Message("user", "w1 w2 w3 w4 ".repeat(12) + "w" + i))
                .map(message -> new Asked(message.content(), List.of(message)))
                .toList();

        var alone = asked.stream()
                .flatMap(one -> answers(Sampling.GREEDY, List.of(), List.of(one)).stream())
                .toList();

        assertThat(answers(Sampling.GREEDY, List.of(), asked)).isEqualTo(alone);
    }

    @Test
    void who_checks_after_every_token_can_end_all_answers() {
        var checked = new AtomicInteger();
        Runnable check = () -> {
            if (checked.incrementAndGet() == 9) {
                throw new IllegalStateException("enough");
            }
        };
        try (var respondent = new Respondent(folder, decoder)) {
            var limits = new AnswerLimits(MOST, List.of());
            assertThatThrownBy(() -> respondent.answers(ask(6), Adapter.NONE, WARM, limits, check))
                    .hasMessage("enough");
        }
        assertThat(checked).hasValue(9);
    }

    @Test
    void the_likeliest_word_is_the_one_that_an_answer_begins_with() {
        var words = IntStream.range(0, 29).mapToObj(i -> " w" + i).toList();
        var asked = ask(20);
        var answers = answers(Sampling.GREEDY, List.of(), asked);

        var likelihoods =
                logLikelihoods(asked.stream().map(one -> new Choice(one, words)).toList());

        for (int i = 0; i < asked.size(); i++) {
            var likely = likelihoods.get(i);
            var likeliest = IntStream.range(0, words.size())
                    .boxed()
                    .max(Comparator.comparingDouble(word -> likely[word]))
                    .orElseThrow();
            if (answers.get(i).tokens() > 0) {
                assertThat(answers.get(i).text() + " ")
                        .startsWith(words.get(likeliest).strip() + " ");
            }
            assertThat(DoubleStream.of(likely).map(Math::exp).sum()).isLessThan(1);
        }
    }

    @Test
    void the_likelihood_of_several_words_is_that_of_each_after_those_before_it() {
        var alike = "w1 w2 w3 ".repeat(14);
        var asked = new Asked("asked", List.of(new Message("user", alike + "w8")));
        var other = new Asked("other", List.of(new Message("user", alike + "w9")));
        var first = logLikelihoods(List.of(new Choice(asked, List.of(" w5", " w6"))));
        var second = logLikelihoods(List.of(
                new Choice(new Asked("asked", asked.messages(), " w5"), List.of(" w7")),
                new Choice(new Asked("asked", asked.messages(), " w5 w7"), List.of(" w4")),
                new Choice(new Asked("asked", asked.messages(), " w6"), List.of(" w2"))));

        var whole = logLikelihoods(List.of(
                new Choice(asked, List.of(" w5 w7 w4", " w5", " w6 w2")), new Choice(other, List.of(" w3 w3"))));

        assertThat(whole.get(0)[0]).isCloseTo(first.get(0)[0] + second.get(0)[0] + second.get(1)[0], within(1e-4));
        assertThat(whole.get(0)[1]).isCloseTo(first.get(0)[0], within(1e-4));
        assertThat(whole.get(0)[2]).isCloseTo(first.get(0)[1] + second.get(2)[0], within(1e-4));
        assertThat(whole.get(1)).hasSize(1);
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

    @Test
    void a_choice_that_does_not_fit_behind_its_conversation_is_named() {
        var asked = new Asked("the long one", List.of(new Message("user", "w1 ".repeat(125))));

        assertThatThrownBy(() -> logLikelihoods(List.of(new Choice(asked, List.of(" w1 w2 w3")))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("the long one is \"126 tokens\"; accepted is 1 to 125 tokens for this model");
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
                .mapToObj(i -> new Asked(
                        String.valueOf(i), List.of(new Message("user", "w" + i % 29 + " w3".repeat(i / 29 + i % 3)))))
                .toList();
    }

    private List<double[]> logLikelihoods(List<Choice> choices) {
        try (var respondent = new Respondent(folder, decoder)) {
            return respondent.logLikelihoods(choices, Adapter.NONE);
        }
    }

    private List<Answer> answers(Sampling sampling, List<String> stops, List<Asked> asked) {
        try (var respondent = new Respondent(folder, decoder)) {
            return respondent.answers(asked, Adapter.NONE, sampling, new AnswerLimits(MOST, stops));
        }
    }
}

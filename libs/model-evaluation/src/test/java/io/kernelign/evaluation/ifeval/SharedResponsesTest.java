package io.kernelign.evaluation.ifeval;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.evaluation.file.BenchmarkFolder;
import io.kernelign.evaluation.ifeval.text.Sentences;
import io.kernelign.evaluation.ifeval.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GPT-4's responses to all prompts, as the authors' checker judges them. */
@Tag("shared")
class SharedResponsesTest {

    private static final Path DATA = Path.of(System.getProperty("kernelign.shared"), "data", "benchmarks", "ifeval");
    private static final String UNDECIDED = "?";

    private static List<InstructedPrompt> prompts;
    private static Map<String, String> responses;
    private static Map<Long, JsonNode> golden;

    @BeforeAll
    static void read() throws IOException {
        prompts = PromptFile.read(new BenchmarkFolder(DATA));
        try (var lines = Files.lines(DATA.resolve("input_response_data_gpt4_20231107_145030.jsonl"))) {
            responses = lines.map(line -> JsonMapper.shared().readTree(line))
                    .collect(Collectors.toMap(row -> row.get("prompt").asString(), row -> row.get("response")
                            .asString()));
        }
        golden = Golden.shared()
                .get("responses")
                .valueStream()
                .collect(Collectors.toMap(row -> row.get("key").asLong(), row -> row));
    }

    @Test
    void every_verdict_is_that_of_the_authors() {
        assertThat(prompts).extracting(InstructedPrompt::key).containsExactlyInAnyOrderElementsOf(golden.keySet());
        assertThat(prompts).allSatisfy(prompt -> {
            var verdicts = decided(prompt);
            var expected = golden.get(prompt.key());
            assertThat(Golden.written(verdicts.strict()))
                    .as("strict, prompt %d", prompt.key())
                    .isEqualTo(decided(expected.get("strict")));
            assertThat(Golden.written(verdicts.loose()))
                    .as("loose, prompt %d", prompt.key())
                    .isEqualTo(decided(expected.get("loose")));
        });
    }

    @Test
    void the_four_accuracies_are_those_of_the_authors() {
        var accuracies =
                Accuracies.of(prompts.stream().map(SharedResponsesTest::decided).toList());
        var expected = Golden.shared().get("accuracies");

        assertThat(accuracies.strict()).isEqualTo(accuracy(expected.get("strict")));
        assertThat(accuracies.loose()).isEqualTo(accuracy(expected.get("loose")));
    }

    @Test
    void words_are_as_many_as_nltk_counts() {
        assertThat(prompts).allSatisfy(prompt -> {
            var expected = golden.get(prompt.key());
            assertThat(Words.count(response(prompt)))
                    .as("words, prompt %d", prompt.key())
                    .isEqualTo(expected.get("words").asLong());
            assertThat(Words.countCapital(response(prompt)))
                    .as("words in capitals, prompt %d", prompt.key())
                    .isEqualTo(expected.get("capitalWords").asLong());
        });
    }

    /** The two have an outline whose headings Punkt has never met, and St. Basil, whom it takes for the herb. */
    @Test
    void sentences_are_as_many_as_punkt_counts_but_for_two_responses() {
        var otherwise = prompts.stream()
                .filter(prompt -> Sentences.of(response(prompt)).size()
                        != golden.get(prompt.key()).get("sentences").asInt())
                .map(InstructedPrompt::key);

        assertThat(otherwise).containsExactlyInAnyOrder(1367L, 2392L);
    }

    private static Accuracy accuracy(JsonNode expected) {
        return new Accuracy(
                expected.get("promptLevel").asDouble(),
                expected.get("instructionLevel").asDouble());
    }

    private static String response(InstructedPrompt prompt) {
        return responses.get(prompt.text());
    }

    /** Without those on which the authors' checker, which draws at random, does not agree with itself. */
    private static Verdicts decided(InstructedPrompt prompt) {
        var verdicts = Verdicts.of(prompt, response(prompt));
        var expected = golden.get(prompt.key());
        return new Verdicts(
                decided(verdicts.strict(), expected.get("strict")), decided(verdicts.loose(), expected.get("loose")));
    }

    private static List<Boolean> decided(List<Boolean> verdicts, JsonNode expected) {
        return IntStream.range(0, verdicts.size())
                .filter(i -> !expected.asString().startsWith(UNDECIDED, i))
                .mapToObj(verdicts::get)
                .toList();
    }

    private static String decided(JsonNode expected) {
        return expected.asString().replace(UNDECIDED, "");
    }
}

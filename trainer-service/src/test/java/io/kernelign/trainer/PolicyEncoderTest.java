package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.contracts.PolicyEncoderApi;
import io.kernelign.contracts.TextEmbeddings;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.service.testing.RunningService;
import io.kernelign.torch.Scope;
import io.kernelign.trainer.testing.WideModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A trainer whose small random models read texts. */
class PolicyEncoderTest {

    private static final String MODEL = "small";
    private static final Path MODELS = models();
    private static final List<String> TEXTS =
            List.of("cats", "dogs sing sleep cats sing", ".", "cats sing", "sleep ".repeat(3_000));

    @RegisterExtension
    static final RunningService TRAINER = RunningService.of(TrainerApplication.class, "trainer-service")
            .with("kernelign.models.dir", MODELS::toString)
            .with("kernelign.hub.enabled", "false");

    private static Path models() {
        try {
            var models = Files.createTempDirectory("kernelign-test-models");
            WideModel.write(models.resolve(MODEL), 96, 3);
            return models;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PolicyEncoderApi api() {
        return TRAINER.client(PolicyEncoderApi.class);
    }

    private static TextEmbeddings embed(String model, List<String> texts) {
        return api().embeddings(Map.of("model", model, "input", texts));
    }

    private static List<float[]> vectors(TextEmbeddings answer) {
        return answer.data().stream().map(TextEmbeddings.Embedding::embedding).toList();
    }

    @Test
    void each_text_is_the_mean_of_its_hidden_states_whatever_is_read_beside_it() {
        var answer = embed(MODEL, TEXTS);

        assertThat(answer.object()).isEqualTo("list");
        assertThat(answer.data()).extracting(TextEmbeddings.Embedding::index).containsExactly(0, 1, 2, 3, 4);
        assertThat(answer.usage().promptTokens()).as("of the last text 1,024").isEqualTo(1 + 5 + 1 + 2 + 1_024);
        var folder = ModelFolder.open(MODELS.resolve(MODEL));
        try (var decoder = new Decoder(folder.config(), WeightLoader.load(folder.weights(), folder.config()));
                var tokenizer = folder.openTokenizer()) {
            for (int i = 0; i < TEXTS.size(); i++) {
                var tokens = Arrays.stream(tokenizer.encode(TEXTS.get(i)))
                        .limit(1_024)
                        .asLongStream()
                        .toArray();
                assertThat(vectors(answer).get(i)).containsExactly(meanState(decoder, tokens), within(1e-5f));
            }
        }
    }

    private static float[] meanState(Decoder decoder, long[] tokens) {
        var row = PackedRows.of(List.of(new PackedRows.Row(tokens, new long[0], new long[0])));
        var positions = LongStream.range(0, tokens.length).toArray();
        try (var scope = Scope.plain()) {
            var states = decoder.hidden(tokens, positions, row, Adapter.NONE).floats();
            var mean = new float[states.length / tokens.length];
            for (int i = 0; i < states.length; i++) {
                mean[i % mean.length] += states[i] / tokens.length;
            }
            return mean;
        }
    }

    @Test
    void a_model_that_has_changed_is_another_one_and_its_old_digest_is_refused() throws IOException {
        WideModel.write(MODELS.resolve("changing"), 96, 4);
        var before = api().model("changing").pinned();
        var vectors = vectors(embed(before, TEXTS));
        assertThat(before).matches("changing@sha256:[0-9a-f]{64}");
        assertThat(api().model(before).pinned()).isEqualTo(before);

        WideModel.write(MODELS.resolve("changing"), 96, 5);

        assertThat(api().model("changing").pinned()).isNotEqualTo(before);
        var error = error(() -> embed(before, TEXTS));
        assertThat(error.get("field").asString()).isEqualTo("model");
        assertThat(error.get("accepted").asString()).startsWith("the model as it is now, changing@sha256:");
        assertThat(vectors(embed("changing", TEXTS)).get(0)).isNotEqualTo(vectors.get(0));
    }

    @Test
    void a_model_that_is_not_there_is_refused_with_those_that_are() {
        for (var ask : List.<Runnable>of(() -> embed("gpt-5", TEXTS), () -> api().model("gpt-5"))) {
            var error = error(ask);
            assertThat(error.get("field").asString()).isEqualTo("model");
            assertThat(error.get("found").asString()).isEqualTo("\"gpt-5\"");
            assertThat(error.get("accepted").asString()).startsWith("one of ").contains(MODEL);
        }
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("input", null, "input is missing"),
                Arguments.of("input", List.of(), "input is []; accepted is a list of 1 to 2048"),
                Arguments.of("input", List.of("cats", ""), "input[1] is \"\"; accepted is a text of 1 to"),
                Arguments.of(
                        "input", List.of("cats", " "), "input[1] is \" \"; accepted is a text of at least one token"),
                Arguments.of("encoding_format", "base64", "encoding_format is \"base64\"; accepted is one of float"),
                Arguments.of("dimensions", 8, "dimensions is not a known field"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void what_cannot_be_embedded_is_refused_by_name(String field, Object value, String sentence) {
        var request = new HashMap<String, Object>(Map.of("model", MODEL, "input", TEXTS));
        request.put(field, value);

        assertThat(error(() -> api().embeddings(request)).get("message").asString())
                .startsWith(sentence);
    }

    /** The only error of a request that is refused. */
    private static JsonNode error(Runnable ask) {
        var e = catchThrowableOfType(RestClientResponseException.class, ask::run);
        assertThat(e.getStatusCode().value()).isEqualTo(400);
        var errors =
                JsonMapper.shared().readTree(e.getResponseBodyAsByteArray()).get("errors");
        assertThat(errors).hasSize(1);
        return errors.get(0);
    }
}

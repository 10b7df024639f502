package io.kernelign.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.acceptance.platform.Jobs;
import io.kernelign.acceptance.platform.Platform;
import io.kernelign.acceptance.platform.SharedPlatform;
import io.kernelign.acceptance.platform.TinyModel;
import io.kernelign.acceptance.platform.TinyPairs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** What a job cannot be: each is refused with one clear error before anything is queued. */
@ExtendWith(SharedPlatform.class)
class RefusedJobTest {

    private static final String ACCEPTED = "one of " + TinyModel.NAME + "; or hf:owner/name or hf:owner/name@revision";

    private final Platform platform;
    private final Jobs jobs;
    private String dataset;

    RefusedJobTest(Platform platform) {
        this.platform = platform;
        this.jobs = new Jobs(platform.http());
    }

    @BeforeEach
    void pairs() {
        dataset = jobs.upload("", TinyPairs.rows());
    }

    static Stream<Arguments> badFields() {
        return Stream.of(
                Arguments.of("unknown field", Map.of("colour", "red"), "colour", "\"red\""),
                Arguments.of("wrong type", Map.of("tags", 7), "tags", "7"),
                Arguments.of(
                        "wrong type, nested", training("learningRate", "high"), "training.learningRate", "\"high\""),
                Arguments.of("unknown field, nested", training("optimizer", "sgd"), "training.optimizer", "\"sgd\""),
                Arguments.of("out of range, nested", training("batchTokens", 3), "training.batchTokens", "3"),
                Arguments.of("two levels down", training("lora", Map.of("rank", 0)), "training.lora.rank", "0"),
                Arguments.of("out of range", objective("beta", -0.1), "objective.beta", "-0.1"),
                Arguments.of("unknown choice", objective("kernel", "sinc"), "objective.kernel", "\"sinc\""),
                Arguments.of(
                        "another kernel's parameter",
                        objective("kernel", Map.of("name", "rbf", "margin", Map.of("degree", 2))),
                        "objective.kernel.margin.degree",
                        "2"),
                Arguments.of("unknown data set", Map.of("dataset", "ds_none"), "dataset", "\"ds_none\""),
                Arguments.of("unknown model", Map.of("model", "gpt-5"), "model", "\"gpt-5\""));
    }

    private static Map<String, Object> training(String field, Object value) {
        return Map.of("training", Map.of(field, value));
    }

    private static Map<String, Object> objective(String field, Object value) {
        return Map.of("objective", Map.of(field, value));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFields")
    void a_bad_field_is_named_with_what_was_found_and_what_is_accepted(
            String what, Map<String, Object> changed, String field, String found) {
        var error = refusal(changed);

        assertThat(error.get("field").asString()).isEqualTo(field);
        assertThat(error.get("found").asString()).isEqualTo(found);
        assertThat(error.get("accepted").asString()).isNotBlank();
    }

    @Test
    void an_unknown_model_is_answered_with_the_models_there_are() {
        assertThat(refusal(Map.of("model", "gpt-5")).get("accepted").asString()).isEqualTo(ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json"})
    void a_model_folder_with_a_missing_file_is_refused_with_its_name(String file) throws IOException {
        assertThat(refusalOfModel(folder -> Files.delete(folder.resolve(file)))).contains(file);
    }

    @Test
    void a_model_of_an_unsupported_architecture_is_refused_with_those_that_are_supported() throws IOException {
        var message = refusalOfModel(folder -> Files.writeString(
                folder.resolve("config.json"),
                Files.readString(folder.resolve("config.json")).replace("LlamaForCausalLM", "MambaForCausalLM")));

        assertThat(message).contains("config.json", "architectures", "MambaForCausalLM", "LlamaForCausalLM");
    }

    @Test
    void a_corrupt_safetensors_header_is_refused() throws IOException {
        var message = refusalOfModel(folder -> {
            var weights = folder.resolve("model.safetensors");
            var bytes = Files.readAllBytes(weights);
            System.arraycopy("not json".getBytes(UTF_8), 0, bytes, Long.BYTES, "not json".length());
            Files.write(weights, bytes);
        });

        assertThat(message).contains("model.safetensors", "header", "JSON");
    }

    @Test
    void a_safetensors_header_that_claims_more_than_the_file_holds_is_refused() throws IOException {
        var message = refusalOfModel(folder -> Files.write(
                folder.resolve("model.safetensors"),
                ByteBuffer.allocate(Long.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(5_000)
                        .array()));

        assertThat(message).contains("model.safetensors", "5000");
    }

    @Test
    void safetensors_that_are_cut_off_in_their_data_are_refused() throws IOException {
        var message = refusalOfModel(folder -> {
            var weights = folder.resolve("model.safetensors");
            var bytes = Files.readAllBytes(weights);
            Files.write(weights, Arrays.copyOf(bytes, bytes.length - 100));
        });

        assertThat(message).contains("model.safetensors");
    }

    @Test
    void a_chat_template_that_cannot_be_run_is_refused_with_its_line() throws IOException {
        var unsupported = refusalOfModel(
                folder -> Files.writeString(folder.resolve("chat_template.jinja"), "a\n{% include 'x' %}"));
        assertThat(unsupported).contains("chat template, line 2", "tag 'include'", "supported are");

        var endless = "\n{% set r = range(99999) %}{% for a in r %}{% for b in r %}{% endfor %}{% endfor %}";
        var stopped = refusalOfModel(folder -> Files.writeString(folder.resolve("chat_template.jinja"), endless));
        assertThat(stopped).contains("chat template, line 2", "takes more than 2000000 steps");
    }

    @Test
    void a_chat_template_that_fails_on_the_data_set_is_refused_with_its_construct_and_line() throws IOException {
        var error = refusalOfSystemTurns("{{ m.tone + ': ' }}");

        assertThat(error.get("field").asString()).isEqualTo("model");
        assertThat(error.get("found").asString()).isEqualTo("\"choosy\"");
        assertThat(error.get("message").asString())
                .startsWith("model is \"choosy\", whose chat template cannot write a conversation of ds_")
                .endsWith(" down: chat template, line 2: 'tone' of a mapping is undefined");
    }

    @Test
    void a_data_set_that_the_chat_template_refuses_is_refused_with_the_template_s_words() throws IOException {
        var error = refusalOfSystemTurns("{{ raise_exception('No system turns, please') }}");

        assertThat(error.get("field").asString()).isEqualTo("dataset");
        assertThat(error.get("message").asString())
                .endsWith(", a conversation of which choosy refuses: chat template, line 2: No system turns, please");
    }

    /** The one error about a template that does something to system turns and a data set that has them. */
    private JsonNode refusalOfSystemTurns(String statement) throws IOException {
        var folder = TinyModel.write(platform.models(), "choosy");
        try {
            Files.writeString(
                    folder.resolve("chat_template.jinja"),
                    "{% for m in messages %}\n{% if m.role == 'system' %}" + statement
                            + "{% endif %}{{ m.content }} {% endfor %}");
            var row = """
                    {"prompt": [{"role": "system", "content": "be kind"}, {"role": "user", "content": "praise my %s"}],
                     "chosen": [{"role": "assistant", "content": "it is lovely"}],
                     "rejected": [{"role": "assistant", "content": "it is ugly"}]}
                    """.replace("\n ", "");
            var rows = Stream.of("cat", "dog", "house", "tree", "river", "song")
                    .map(row::formatted)
                    .collect(Collectors.joining());
            return refusal(Map.of("model", "choosy", "dataset", jobs.upload("?heldOutShare=0.4", rows)));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private interface Damage {
        void to(Path folder) throws IOException;
    }

    /** The message of the one error about a damaged model. */
    private String refusalOfModel(Damage damage) throws IOException {
        var folder = TinyModel.write(platform.models(), "damaged");
        try {
            damage.to(folder);
            var error = refusal(Map.of("model", "damaged"));
            assertThat(error.get("field").asString()).isEqualTo("model");
            assertThat(error.get("found").asString()).isEqualTo("\"damaged\"");
            assertThat(error.get("accepted").asString()).isEqualTo(ACCEPTED);
            assertThat(platform.http().get("/api/v1/models").json().findValuesAsString("name"))
                    .containsExactly(TinyModel.NAME);
            return error.get("message").asString();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** The one error of a job that is right but for a few fields; submitted or only estimated, it leaves nothing. */
    private JsonNode refusal(Map<String, Object> changed) {
        var before = jobs.list();
        var spec = new HashMap<String, Object>(Map.of("model", TinyModel.NAME, "dataset", dataset));
        spec.putAll(changed);
        var refusals = Stream.of("?dryRun=true", "")
                .map(query -> jobs.post(query, spec).problem(400))
                .toList();
        assertThat(refusals)
                .extracting(refusal -> refusal.get("instance").asString())
                .containsOnly("/api/v1/jobs");
        var errors = refusals.stream().map(refusal -> refusal.get("errors")).toList();
        assertThat(errors).allSatisfy(list -> assertThat(list).hasSize(1));
        assertThat(errors.get(0)).isEqualTo(errors.get(1));
        assertThat(jobs.list()).isEqualTo(before);
        return errors.get(0).get(0);
    }
}

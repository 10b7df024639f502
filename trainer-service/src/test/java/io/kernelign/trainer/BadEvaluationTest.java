package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kernelign.contracts.EvaluationApi;
import io.kernelign.service.testing.RunningService;
import io.kernelign.trainer.testing.ModelsFolder;
import io.kernelign.trainer.testing.SampleJobs;
import io.kernelign.trainer.testing.SmallBenchmarks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BadEvaluationTest {

    private static final Path MODELS = ModelsFolder.make();
    private static final Path BENCHMARKS = benchmarks();

    @RegisterExtension
    static final RunningService TRAINER = RunningService.of(TrainerApplication.class, "trainer-service")
            .with("kernelign.models.dir", MODELS::toString)
            .with("kernelign.benchmarks.dir", BENCHMARKS::toString)
            .with("kernelign.hub.enabled", "false")
            .with("db-scheduler.polling-interval", "1h");

    /** With some that are not as their authors have them. */
    private static Path benchmarks() {
        try {
            var folder = Files.createTempDirectory("kernelign-test-benchmarks");
            var root = folder.resolve("benchmarks");
            SmallBenchmarks.write(root);
            file(root, "torn/test/animals_test.csv", "cats,a,b,c,d,A\ncats,a,b,c,d\n");
            file(root, "unknown/xstest_prompts.csv", "id,prompt,label\n1,cats,dangerous\n");
            file(root, "headless/xstest_prompts.csv", "id,prompt\n1,cats\n");
            file(root, "untrained/test.jsonl", "{\"question\": \"cats\", \"answer\": \"sing #### 1\"}\n");
            file(folder, "elsewhere/xstest_prompts.csv", "id,prompt,label\n1,cats,safe\n");
            Files.createSymbolicLink(root.resolve("link"), folder.resolve("elsewhere"));
            Files.createDirectories(root.resolve("linking"));
            Files.createSymbolicLink(
                    root.resolve("linking/xstest_prompts.csv"), folder.resolve("elsewhere/xstest_prompts.csv"));
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void file(Path folder, String name, String content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static Arguments folder(String benchmark, String folder, String field, String message) {
        return bad(Map.of("name", benchmark, "folder", folder), field, message);
    }

    private static Arguments bad(Map<String, Object> benchmark, String field, String message) {
        return Arguments.of(
                Map.of("model", SampleJobs.MODEL, "benchmarks", List.of(benchmark)), "benchmarks[0]." + field, message);
    }

    private static Arguments changed(String field, Object value, String at, String message) {
        var spec = new HashMap<String, Object>(
                Map.of("model", SampleJobs.MODEL, "benchmarks", List.of(Map.of("name", "mmlu"))));
        if (value == null) {
            spec.remove(field);
        } else {
            spec.put(field, value);
        }
        return Arguments.of(spec, at, message);
    }

    static Stream<Arguments> badSpecs() {
        return Stream.of(
                changed("colour", "red", "colour", "not a known field"),
                changed("model", "gpt-5", "model", "\"gpt-5\""),
                changed("model", "broken", "model", "cannot be loaded"),
                changed("model", null, "model", "either a model or a job"),
                changed("job", "job_1", "model", "either a model or a job"),
                changed("benchmarks", List.of(), "benchmarks", "a list of 1 to 8"),
                changed("benchmarks", null, "benchmarks", "missing"),
                changed("benchmarks", List.of("mmlu"), "benchmarks[0]", "an object"),
                changed(
                        "benchmarks",
                        List.of(Map.of("name", "mmlu"), Map.of("name", "mmlu", "limit", 2)),
                        "benchmarks",
                        "each benchmark once"),
                changed("tags", Map.of("a", 1), "tags.a", "a text"),
                bad(Map.of("name", "hellaswag"), "name", "one of mmlu, gsm8k"),
                bad(Map.of("name", "mmlu", "limit", 0), "limit", "a whole number from 1"),
                bad(Map.of("name", "mmlu", "maxTokens", 5), "maxTokens", "nothing for mmlu"),
                bad(Map.of("name", "xstest", "maxTokens", 9_000), "maxTokens", "from 1 to 8192"),
                bad(Map.of("name", "mmlu", "judge", "rules"), "judge", "nothing for mmlu"),
                bad(Map.of("name", "xstest", "judge", "fair"), "judge", "one of rules"),
                bad(Map.of("name", "toxigen"), "judge", "none is configured under kernelign.trainer.judges"),
                bad(Map.of("name", "alpaca_eval_2", "judge", "rules"), "judge", "a judge, which alpaca_eval_2 needs"),
                folder("mmlu", "../benchmarks/mmlu", "folder", "below the folder of benchmarks"),
                folder("mmlu", "mmlu/../../benchmarks/mmlu", "folder", "below the folder of benchmarks"),
                folder("mmlu", "/etc", "folder", "below the folder of benchmarks"),
                folder("mmlu", "mmlu/\0", "folder", "below the folder of benchmarks"),
                folder("mmlu", "none", "folder", "below the folder of benchmarks"),
                folder("mmlu", "xstest/xstest_prompts.csv", "folder", "below the folder of benchmarks"),
                folder("xstest", "link", "folder", "no link leads elsewhere"),
                folder("xstest", "linking", "folder", "no link leads elsewhere, as xstest_prompts.csv does"),
                folder("mmlu", "xstest", "test/(\\w+)_test\\.csv", "is missing"),
                folder("mmlu", "torn", "test/animals_test.csv, line 2", "line 2"),
                folder("xstest", "unknown", "xstest_prompts.csv, line 2, label", "safe or unsafe"),
                folder("xstest", "headless", "xstest_prompts.csv, line 1", "label"),
                folder("gsm8k", "untrained", "train.*\\.jsonl(\\.gz)?", "training questions"));
    }

    @ParameterizedTest
    @MethodSource("badSpecs")
    void a_bad_request_is_refused_by_field_and_nothing_is_stored(
            Map<String, Object> spec, String field, String message) {
        var api = TRAINER.client(EvaluationApi.class);
        var error = errors(() -> api.create(SampleJobs.TENANT, null, spec)).get(0);

        assertThat(error.get("field").asString()).startsWith(field);
        assertThat(error.get("message").asString()).contains(message);
        assertThat(api.evaluations(SampleJobs.TENANT, null, null, 20).items()).isEmpty();
    }

    @Test
    void a_job_that_is_not_there_cannot_be_evaluated() {
        var spec = Map.<String, Object>of("job", "job_none", "benchmarks", List.of(Map.of("name", "mmlu")));

        var error = errors(() -> TRAINER.client(EvaluationApi.class).create(SampleJobs.TENANT, null, spec))
                .get(0);

        assertThat(error.get("message").asString()).isEqualTo("job is \"job_none\"; accepted is the id of a job");
    }

    @Test
    void what_it_may_hold_is_described() {
        var schema = JsonMapper.shared()
                .valueToTree(TRAINER.client(EvaluationApi.class).schema(SampleJobs.TENANT));

        assertThat(schema.at("/properties/benchmarks/items/properties/name/enum"))
                .hasSize(8);
        assertThat(schema.at("/properties/benchmarks/items/properties/limit/description")
                        .asString())
                .isNotEmpty();
    }

    private static JsonNode errors(Runnable ask) {
        var e = catchThrowableOfType(RestClientResponseException.class, ask::run);
        assertThat(e.getStatusCode().value()).isEqualTo(400);
        return JsonMapper.shared().readTree(e.getResponseBodyAsByteArray()).get("errors");
    }
}

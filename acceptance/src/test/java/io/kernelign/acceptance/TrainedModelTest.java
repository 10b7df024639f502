package io.kernelign.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.acceptance.platform.Jobs;
import io.kernelign.acceptance.platform.OwnLogits;
import io.kernelign.acceptance.platform.Platform;
import io.kernelign.acceptance.platform.SharedPlatform;
import io.kernelign.acceptance.platform.TinyModel;
import io.kernelign.acceptance.platform.TinyPairs;
import io.kernelign.lm.json.JsonFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * What jobs leave: an adapter on the last layer and the model that it was merged into, an adapter that started from
 * another job's, and a model all of whose weights were trained. What it leaves in {@code target/acceptance/tiny} is
 * compared with Python's transformers and peft by {@code oracles/check_adapter.py}.
 */
@ExtendWith(SharedPlatform.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class TrainedModelTest {

    private static final Path RESULTS = Path.of("target", "acceptance", "tiny");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Map<String, Object> LORA =
            Map.of("rank", 4, "useRslora", true, "dropout", 0.1, "layers", Map.of("top", 1));

    private final Platform platform;
    private final Jobs jobs;
    private String adapter;
    private String continued;
    private String whole;
    private OwnLogits logits;

    TrainedModelTest(Platform platform) {
        this.platform = platform;
        jobs = new Jobs(platform.http());
    }

    @BeforeAll
    void train() throws IOException {
        var dataset = jobs.upload("?name=tones&heldOutShare=0.2", TinyPairs.rows());
        adapter = run(dataset, Map.of("lora", LORA), Map.of("export", Map.of("merged", true)));
        continued = run(dataset, Map.of("lora", Map.of("from", adapter)), Map.of());
        whole = run(dataset, Map.of("method", "full"), Map.of());

        jobs.download(adapter, "", RESULTS.resolve("adapter"));
        jobs.download(adapter, "merged", RESULTS.resolve("merged"));
        jobs.download(continued, "", RESULTS.resolve("continued"));
        jobs.download(whole, "model", RESULTS.resolve("model"));
        TinyModel.write(RESULTS, "base");
        logits = OwnLogits.of(RESULTS.resolve("base"), RESULTS.resolve("adapter"), "where is my bag");
        var json = new HashMap<>(logits.json());
        json.put("model", OwnLogits.of(RESULTS.resolve("model"), logits.tokens()));
        JsonFile.write(RESULTS.resolve("logits.json"), json);
    }

    private String run(String dataset, Map<String, Object> method, Map<String, Object> more) {
        var training = new HashMap<String, Object>(Map.of("steps", 8, "batchTokens", 256, "learningRate", 5e-3));
        training.putAll(method);
        var spec = new HashMap<String, Object>(
                Map.of("model", TinyModel.NAME, "dataset", dataset, "objective", Map.of(), "training", training));
        spec.putAll(more);
        var id = jobs.submit(spec);
        jobs.awaitSuccess(id, PATIENCE);
        return id;
    }

    private List<String> names(String job) {
        return jobs.get(job, "/artifacts").findValuesAsString("name");
    }

    @Test
    void an_adapter_on_the_last_layer_says_so_to_peft() {
        var config = JsonFile.read(RESULTS.resolve("adapter/adapter_config.json"));

        assertThat(config)
                .containsEntry("layers_to_transform", List.of(1))
                .containsEntry("use_rslora", true)
                .containsEntry("lora_dropout", 0.1);
        assertThat(logits.largestChange()).isGreaterThan(1e-3);
    }

    @Test
    void the_merged_model_is_a_folder_of_its_own_that_says_what_base_and_adapter_say() {
        assertThat(names(adapter))
                .containsExactly(
                        "README.md",
                        "adapter_config.json",
                        "adapter_model.safetensors",
                        "embedding_scatter.json",
                        "merged/config.json",
                        "merged/model.safetensors",
                        "merged/tokenizer.json",
                        "merged/tokenizer_config.json",
                        "outliers.jsonl");
        for (var file : List.of("config.json", "tokenizer.json", "tokenizer_config.json")) {
            assertThat(RESULTS.resolve("merged").resolve(file))
                    .hasSameBinaryContentAs(RESULTS.resolve("base").resolve(file));
        }
        assertThat(OwnLogits.of(RESULTS.resolve("merged"), logits.tokens()))
                .containsExactly(logits.tuned(), within(1e-4f));
    }

    @Test
    void a_job_that_starts_from_another_s_adapter_has_its_shape_and_begins_where_it_ended() {
        var lora = jobs.get(continued).get("spec").get("training").get("lora");

        assertThat(lora.get("from").asString()).isEqualTo(adapter);
        assertThat(lora.get("rank").asInt()).isEqualTo(4);
        assertThat(lora.get("dropout").asDouble()).isEqualTo(0.1);
        assertThat(lora.get("layers").get(0).asInt()).isEqualTo(1);
        assertThat(evaluation(adapter, 0)).as("a fresh adapter").isCloseTo(Math.log(2), within(1e-4));
        assertThat(evaluation(continued, 0)).isCloseTo(evaluation(adapter, 1), within(1e-6));
        assertThat(evaluation(continued, 1)).isLessThan(evaluation(continued, 0));
    }

    @Test
    void a_model_all_of_whose_weights_were_trained_is_whole_and_began_as_the_base() {
        assertThat(names(whole))
                .containsExactly(
                        "README.md",
                        "embedding_scatter.json",
                        "model/config.json",
                        "model/model.safetensors",
                        "model/tokenizer.json",
                        "model/tokenizer_config.json",
                        "outliers.jsonl");
        assertThat(evaluation(whole, 0)).isCloseTo(Math.log(2), within(1e-4));
        assertThat(evaluation(whole, 1)).isLessThan(evaluation(whole, 0));
        assertThat(jobs.get(whole).get("spec").get("training").has("lora")).isFalse();
        assertThat(text(whole, "README.md")).contains("library_name: transformers", "All weights of `tiny`");
    }

    @Test
    void a_model_without_an_adapter_is_no_start_for_one() {
        var answer = jobs.post(
                "",
                Map.of(
                        "model",
                        TinyModel.NAME,
                        "dataset",
                        jobs.get(whole).get("datasetId").asString(),
                        "training",
                        Map.of("lora", Map.of("from", whole))));

        assertThat(answer.problem(400).get("errors").get(0).get("message").asString())
                .startsWith("training.lora.from is \"" + whole + "\"; accepted is a job that trained an adapter");
    }

    /** The held-out loss of the first evaluation or of a later one. */
    private double evaluation(String job, int which) {
        JsonNode points = jobs.get(job, "/metrics?split=held_out&name=loss").get("points");
        return points.get(which == 0 ? 0 : points.size() - 1).get("value").asDouble();
    }

    private String text(String job, String artifact) {
        return platform.http()
                .get("/api/v1/jobs/" + job + "/artifacts/" + artifact)
                .text();
    }
}

package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kernelign.contracts.DatasetRef;
import io.kernelign.contracts.JobRequest;
import io.kernelign.contracts.TokenReportRequest;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.testing.RunningService;
import io.kernelign.trainer.testing.CountingTrainer;
import io.kernelign.trainer.testing.ModelsFolder;
import io.kernelign.trainer.testing.SampleJobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BadJobTest {

    private static final Path MODELS = ModelsFolder.make();

    @RegisterExtension
    static final RunningService TRAINER = RunningService.of(CountingTrainer.class, "trainer-service")
            .with("kernelign.models.dir", MODELS::toString)
            .with("kernelign.hub.enabled", "false")
            .with("db-scheduler.polling-interval", "1h");

    private static final Map<String, Object> RESERVE_OF_40 = Map.of("name", "heldOut", "pairs", 40);

    private TrainerApi trainer;

    @BeforeEach
    void client() throws IOException {
        trainer = TRAINER.client(TrainerApi.class);
        TRAINER.bean(BlobStore.class)
                .put(SampleJobs.DATASET.pairsKey(), new ByteArrayInputStream(new byte[] {'{', '}'}));
    }

    static Stream<Arguments> badSpecs() {
        return Stream.of(
                bad("colour", "red", "colour", "\"red\""),
                bad("model", "gpt-5", "model", "\"gpt-5\""),
                bad("model", "../tiny", "model", "\"../tiny\""),
                bad("model", "hf:acme/tiny", "model", "\"hf:acme/tiny\""),
                bad("model", null, "model", null),
                bad("dataset", 7, "dataset", "7"),
                bad("name", "", "name", "\"\""),
                bad("objective", "best", "objective", "\"best\""),
                bad("objective", Map.of("beta", -1), "objective.beta", "-1"),
                bad("objective", Map.of("kernel", "gaussian"), "objective.kernel", "\"gaussian\""),
                bad("selection", "pilot", "selection", "\"pilot\""),
                bad("encoder", "policy", "encoder", "\"policy\""),
                bad("pilot", Map.of("candidates", 4), "pilot", "{candidates=4}"),
                bad("training", Map.of("learningRate", 0), "training.learningRate", "0"),
                bad("training", Map.of("lora", Map.of("rank", 1.5)), "training.lora.rank", "1.5"),
                bad(
                        "training",
                        Map.of("lora", Map.of("targets", List.of("q_proj", "qkv_proj"))),
                        "training.lora.targets",
                        "[qkv_proj]"),
                bad("training", Map.of("lora", Map.of("layers", Map.of("top", 2))), "training.lora.layers.top", "2"),
                bad("training", Map.of("lora", Map.of("layers", List.of(0, 1))), "training.lora.layers[1]", "1"),
                bad("training", Map.of("lora", Map.of("from", "nobody")), "training.lora.from", "\"nobody\""),
                bad("training", Map.of("lora", Map.of("from", "../tiny")), "training.lora.from", "\"../tiny\""),
                bad(
                        "training",
                        Map.of("lora", Map.of("from", "hf:acme/lora")),
                        "training.lora.from",
                        "\"hf:acme/lora\""),
                bad("training", Map.of("method", "full", "lora", Map.of("rank", 4)), "training.lora", "{rank=4}"),
                bad("export", Map.of("merged", "yes"), "export.merged", "\"yes\""),
                bad("training", Map.of("steps", 5, "epochs", 2), "training.steps", "5"),
                bad(
                        "objective",
                        Map.of("kernel", Map.of("name", "hmk", "weights", Map.of("learnOn", RESERVE_OF_40))),
                        "objective.kernel.weights.learnOn.pairs",
                        "40"),
                bad("fold", Map.of("of", 5), "fold.index", null),
                bad("fold", Map.of("of", 5, "index", 5), "fold.index", "5"),
                bad("fold", Map.of("of", 1, "index", 0), "fold.of", "1"),
                bad("evaluation", Map.of("everySteps", "often"), "evaluation.everySteps", "\"often\""),
                bad(
                        "evaluation",
                        Map.of("benchmarks", List.of(Map.of("name", "mmlu", "folder", "none"))),
                        "evaluation.benchmarks[0].folder",
                        "\"none\""),
                bad("tags", List.of("a"), "tags", "[a]"),
                bad("tags", Map.of("team", 7), "tags.team", "7"));
    }

    private static Arguments bad(String name, Object value, String field, String found) {
        return Arguments.of(name, value, field, found);
    }

    @ParameterizedTest
    @MethodSource("badSpecs")
    void a_bad_field_is_named_with_what_was_found_and_what_is_accepted(
            String name, Object value, String field, String found) {
        var spec = spec();
        spec.put(name, value);

        for (var door : doors()) {
            var errors = refusal(() -> door.accept(new JobRequest(spec, SampleJobs.DATASET)));
            assertThat(errors).hasSize(1);
            assertThat(errors.get(0).get("field").asString()).isEqualTo(field);
            assertThat(errors.get(0).get("found").asString(null)).isEqualTo(found);
            assertThat(errors.get(0).get("accepted").asString()).isNotBlank();
        }
        assertThat(trainer.jobs(SampleJobs.TENANT, null, null, null, 20).items())
                .isEmpty();
    }

    static Stream<Arguments> badPilots() {
        return Stream.of(
                bad("selection", "race", "selection", "\"race\""),
                bad("encoder", "bert", "encoder", "\"bert\""),
                bad("pilot", Map.of("candidates", 1), "pilot.candidates", "1"),
                bad("pilot", Map.of("candidates", 43), "pilot.candidates", "43"),
                bad("pilot", Map.of("budget", 0), "pilot.budget", "0"),
                bad("pilot", Map.of("rungs", 3), "pilot.rungs", "3"),
                bad("training", Map.of("method", "full"), "selection", "\"pilot\""));
    }

    @ParameterizedTest
    @MethodSource("badPilots")
    void a_pilot_that_cannot_be_is_refused_likewise(String name, Object value, String field, String found) {
        var spec = new HashMap<>(SampleJobs.piloted(Map.of()).spec());
        spec.put(name, value);

        var errors = refusal(() -> trainer.create(SampleJobs.TENANT, new JobRequest(spec, SampleJobs.DATASET)));

        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).get("field").asString()).isEqualTo(field);
        assertThat(errors.get(0).get("found").asString()).isEqualTo(found);
        assertThat(errors.get(0).get("accepted").asString()).isNotBlank();
    }

    @Test
    void an_unknown_model_is_answered_with_the_models_there_are() {
        var spec = spec();
        spec.put("model", "gpt-5");

        var errors = refusal(() -> trainer.create(SampleJobs.TENANT, new JobRequest(spec, SampleJobs.DATASET)));

        assertThat(errors.get(0).get("accepted").asString()).isEqualTo("one of tiny");
    }

    @Test
    void a_model_of_the_hub_is_refused_where_the_hub_is_switched_off() {
        var spec = spec();
        spec.put("model", "hf:acme/tiny");

        var errors = refusal(() -> trainer.create(SampleJobs.TENANT, new JobRequest(spec, SampleJobs.DATASET)));

        assertThat(errors.get(0).get("message").asString())
                .isEqualTo("model is \"hf:acme/tiny\"; accepted is one of tiny; fetching from the hub is switched off");
    }

    @Test
    void a_model_whose_folder_is_broken_is_one_error_that_says_what_is_broken() {
        var spec = spec();
        spec.put("model", "broken");

        var errors = refusal(() -> trainer.create(SampleJobs.TENANT, new JobRequest(spec, SampleJobs.DATASET)));

        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).get("field").asString()).isEqualTo("model");
        assertThat(errors.get(0).get("message").asString())
                .startsWith("model is \"broken\", which cannot be loaded: model.safetensors");
    }

    @Test
    void the_models_that_can_be_loaded_are_listed() {
        assertThat(trainer.models(SampleJobs.TENANT)).singleElement().satisfies(model -> {
            assertThat(model.name()).isEqualTo("tiny");
            assertThat(model.architecture()).isEqualTo("LlamaForCausalLM");
            assertThat(model.parameters()).isPositive();
        });
    }

    @Test
    void layers_that_the_model_does_not_have_are_answered_with_those_that_it_has() {
        var spec = spec();
        spec.put("training", Map.of("lora", Map.of("layers", Map.of("top", 2))));

        var errors = refusal(() -> trainer.create(SampleJobs.TENANT, new JobRequest(spec, SampleJobs.DATASET)));

        assertThat(errors.get(0).get("message").asString())
                .isEqualTo(
                        "training.lora.layers.top is 2; accepted is a whole number from 1 to 1, the model's number of"
                                + " layers");
    }

    @Test
    void a_merged_model_has_no_place_beside_all_weights() {
        var spec = spec();
        spec.put("training", Map.of("method", "full"));
        spec.put("export", Map.of("merged", true));

        var errors = refusal(() -> trainer.create(SampleJobs.TENANT, new JobRequest(spec, SampleJobs.DATASET)));

        assertThat(errors.get(0).get("message").asString())
                .isEqualTo("export.merged is true; accepted is false with method full, which leaves the whole model");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        var spec = spec();
        spec.put("model", "gpt-5");
        spec.put("objective", Map.of("beta", -1, "colour", "red"));

        var errors = refusal(() -> trainer.create(SampleJobs.TENANT, new JobRequest(spec, SampleJobs.DATASET)));

        assertThat(errors)
                .extracting(error -> error.get("field").asString())
                .containsExactly("model", "objective.beta", "objective.colour");
    }

    @Test
    void a_vocabulary_too_large_for_a_full_divergence_is_told_with_its_size_before_anything_is_queued()
            throws IOException {
        var wide = MODELS.resolve("wide");
        ModelsFolder.write(wide, 600_000);
        try {
            var spec = spec();
            spec.put("model", "wide");
            spec.put("objective", Map.of("divergence", "kl"));

            for (var door : doors()) {
                var errors = refusal(() -> door.accept(new JobRequest(spec, SampleJobs.DATASET)));
                assertThat(errors).hasSize(1);
                assertThat(errors.get(0).get("message").asString())
                        .isEqualTo(
                                "objective.estimator is \"full\"; accepted is \"sampled\", since the vocabulary of wide"
                                        + " has 600000 tokens and \"full\" takes at most 524288");
            }
            spec.put("objective", Map.of("divergence", "kl", "estimator", "sampled"));
            assertThat(trainer.estimate(SampleJobs.TENANT, new JobRequest(spec, SampleJobs.DATASET)))
                    .isNotNull();
        } finally {
            FileSystemUtils.deleteRecursively(wide);
        }
    }

    @Test
    void a_data_set_whose_pairs_are_not_stored_or_that_has_an_empty_side_is_refused() {
        var away = new DatasetRef("ds_1", "gone", "00", "pairs/gone.jsonl", 4, 1);
        var noTrain = new DatasetRef("ds_1", "no train", "abc", SampleJobs.DATASET.pairsKey(), 0, 1);
        var noHeldOut = new DatasetRef("ds_1", "no held-out", "abc", SampleJobs.DATASET.pairsKey(), 1, 0);

        for (var dataset : new DatasetRef[] {away, noTrain, noHeldOut, null}) {
            var errors = refusal(() -> trainer.create(SampleJobs.TENANT, new JobRequest(spec(), dataset)));
            assertThat(errors.get(0).get("field").asString()).isEqualTo("dataset");
            assertThat(errors.get(0).get("found").asString()).isEqualTo("\"ds_1\"");
        }
    }

    private static DatasetRef other(String id, String hash, long train, long heldOut) {
        return new DatasetRef(id, id, hash, SampleJobs.DATASET.pairsKey(), train, heldOut);
    }

    private JsonNode refusalOf(DatasetRef dataset, DatasetRef evaluation, Object objective) {
        var spec = new HashMap<>(spec());
        spec.put("evalDataset", "ds_2");
        spec.put("objective", objective);
        return refusal(() -> trainer.create(SampleJobs.TENANT, new JobRequest(spec, dataset, evaluation)))
                .get(0);
    }

    @Test
    void a_data_set_to_evaluate_on_that_cannot_serve_is_refused() {
        var away = new DatasetRef("ds_2", "gone", "00", "pairs/gone.jsonl", 4, 1);
        var same = other("ds_2", SampleJobs.DATASET.contentHash(), 40, 10);
        for (var evaluation : new DatasetRef[] {away, same, other("ds_2", "def", 0, 0), null}) {
            var error = refusalOf(SampleJobs.DATASET, evaluation, Map.of());
            assertThat(error.get("field").asString()).isEqualTo("evalDataset");
            assertThat(error.get("found").asString()).isEqualTo("\"ds_2\"");
        }
        assertThat(refusalOf(SampleJobs.DATASET, same, Map.of()).get("message").asString())
                .isEqualTo("evalDataset is \"ds_2\"; accepted is a data set with other pairs than dataset");
    }

    @Test
    void a_data_set_of_one_side_is_accepted_beside_one_to_evaluate_on_unless_the_selector_needs_the_other_side() {
        var spec = new HashMap<>(spec());
        spec.put("evalDataset", "ds_2");
        spec.put("objective", Map.of());
        for (var dataset : List.of(other("ds_1", "abc", 9, 0), other("ds_1", "abc", 0, 9))) {
            var evaluation = other("ds_2", "def", 3, 0);
            var estimate = trainer.estimate(SampleJobs.TENANT, new JobRequest(spec, dataset, evaluation));
            assertThat(estimate.tokens()).isEqualTo(18);
            assertThat(estimate.spec()).containsEntry("evalDataset", "ds_2");
        }
        var error = refusalOf(other("ds_1", "abc", 0, 9), other("ds_2", "def", 3, 0), "auto");
        assertThat(error.get("message").asString())
                .isEqualTo(
                        "dataset is \"ds_1\"; accepted is a data set whose split leaves at least one pair to train on,"
                                + " by which objective \"auto\" is chosen");
    }

    @Test
    void a_job_is_found_by_the_data_set_that_it_is_evaluated_on() {
        var tenant = "another";
        var spec = new HashMap<>(spec());
        spec.put("evalDataset", "ds_eval");
        var request = new JobRequest(spec, SampleJobs.DATASET, other("ds_eval", "def", 3, 0));
        var job = trainer.create(tenant, request);

        assertThat(trainer.jobs(tenant, null, "ds_eval", null, 20).items())
                .extracting(found -> found.id())
                .containsExactly(job.id());
        assertThat(trainer.jobs(tenant, null, "ds_none", null, 20).items()).isEmpty();
        trainer.cancel(tenant, job.id());
    }

    @Test
    void a_job_that_is_not_there_or_another_tenant_s_is_not_found() {
        var job = trainer.create(SampleJobs.TENANT, SampleJobs.request(Map.of()));

        for (Runnable ask : List.<Runnable>of(
                () -> trainer.job(SampleJobs.TENANT, "job_none"),
                () -> trainer.job("other", job.id()),
                () -> trainer.cancel("other", job.id()),
                () -> trainer.events("other", job.id(), 0, 10),
                () -> trainer.artifacts("other", job.id()))) {
            var e = catchThrowableOfType(RestClientResponseException.class, ask::run);
            assertThat(e.getStatusCode().value()).isEqualTo(404);
        }
        trainer.cancel(SampleJobs.TENANT, job.id());
    }

    @Test
    void a_token_report_for_a_model_that_is_not_here_or_with_limits_that_cannot_be_is_refused() {
        var unknown = refusal(() ->
                trainer.tokenReport(SampleJobs.TENANT, new TokenReportRequest(SampleJobs.DATASET, "gpt-5", Map.of())));
        assertThat(unknown.get(0).get("field").asString()).isEqualTo("model");
        var limits = Map.<String, Object>of("maxLength", 4);
        var short4 = refusal(() -> trainer.tokenReport(
                SampleJobs.TENANT, new TokenReportRequest(SampleJobs.DATASET, SampleJobs.MODEL, limits)));
        assertThat(short4.get(0).get("message").asString())
                .isEqualTo("maxLength is 4; accepted is a whole number from 8 to 1000000");
    }

    @Test
    void a_listing_with_an_unknown_state_says_which_states_there_are() {
        var errors = refusal(() -> trainer.jobs(SampleJobs.TENANT, "lost", null, null, 20));

        assertThat(errors.get(0).get("message").asString())
                .isEqualTo("state is \"lost\"; accepted is one of queued, selecting, training, evaluating, succeeded,"
                        + " failed, cancelled");
    }

    @Test
    void a_page_of_events_has_a_size_that_can_be() {
        var job = trainer.create(SampleJobs.TENANT, SampleJobs.request(Map.of()));

        for (var limit : List.of(-1, 0, 10_001)) {
            assertThat(refusal(() -> trainer.events(SampleJobs.TENANT, job.id(), 0, limit))
                            .get(0)
                            .get("message")
                            .asString())
                    .isEqualTo("limit is " + limit + "; accepted is a whole number from 1 to 10000");
        }
        trainer.cancel(SampleJobs.TENANT, job.id());
    }

    @Test
    void the_character_zero_is_refused_wherever_it_stands() {
        var named = spec();
        named.put("name", "a\u0000b");
        for (Runnable ask : List.<Runnable>of(
                () -> trainer.create(SampleJobs.TENANT, new JobRequest(named, SampleJobs.DATASET)),
                () -> trainer.create(SampleJobs.TENANT, SampleJobs.request(Map.of("team", "\u0000"))),
                () -> trainer.jobs(SampleJobs.TENANT, null, "\u0000", null, 20))) {
            var e = catchThrowableOfType(RestClientResponseException.class, ask::run);
            assertThat(e.getStatusCode().value()).isEqualTo(400);
            assertThat(e.getResponseBodyAsString()).contains("holds the character zero");
        }
    }

    @Test
    void an_estimate_resolves_the_spec_and_stores_nothing() {
        var estimate = trainer.estimate(SampleJobs.TENANT, new JobRequest(spec(), SampleJobs.DATASET));

        assertThat(estimate.steps()).isEqualTo(20);
        assertThat(estimate.spec()).containsEntry("model", "tiny").containsEntry("tags", Map.of());
        assertThat(estimate.spec().get("objective").toString()).contains("beta=0.1");
        assertThat(trainer.jobs(SampleJobs.TENANT, "queued", null, null, 20).items())
                .isEmpty();
    }

    @Test
    void the_schema_of_a_job_states_every_default_range_and_sentence() {
        var schema = trainer.jobSchema(SampleJobs.TENANT);

        assertThat(schema.get("required").toString()).isEqualTo("[model, dataset]");
        var training = JsonMapper.shared().valueToTree(schema).at("/properties/training");
        var rate = training.at("/properties/learningRate");
        assertThat(rate.get("default").asDouble()).isEqualTo(2e-4);
        assertThat(rate.get("maximum").asDouble()).isEqualTo(1);
        assertThat(rate.get("description").asString())
                .isEqualTo("Peak learning rate of AdamW; with method full it is 1.0E-5 where none is given.");
    }

    @Test
    void the_objectives_that_a_job_may_name_are_listed() {
        assertThat(trainer.objectives(SampleJobs.TENANT)).containsKeys("kernels", "links", "divergences");
    }

    private interface Door {
        void accept(JobRequest request);
    }

    private List<Door> doors() {
        return List.of(
                request -> trainer.create(SampleJobs.TENANT, request),
                request -> trainer.estimate(SampleJobs.TENANT, request));
    }

    private static Map<String, Object> spec() {
        return new HashMap<>(SampleJobs.request(Map.of()).spec());
    }

    private static List<JsonNode> refusal(Runnable ask) {
        var e = catchThrowableOfType(RestClientResponseException.class, ask::run);
        assertThat(e.getStatusCode().value()).isEqualTo(400);
        return JsonMapper.shared()
                .readTree(e.getResponseBodyAsByteArray())
                .get("errors")
                .valueStream()
                .toList();
    }
}

package io.kernelign.trainer;

import static io.kernelign.trainer.testing.SampleSweeps.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kernelign.contracts.SweepApi;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.testing.RunningService;
import io.kernelign.trainer.testing.CountingTrainer;
import io.kernelign.trainer.testing.ModelsFolder;
import io.kernelign.trainer.testing.SampleJobs;
import io.kernelign.trainer.testing.SampleSweeps;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
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
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BadSweepTest {

    private static final Map<String, Object> RANDOM = Map.of("method", "random", "trials", 5);
    private static final Map<String, Object> GRID = Map.of("method", "grid");
    private static final Map<String, Object> HYPERBAND = Map.of("method", "hyperband");

    @RegisterExtension
    static final RunningService TRAINER = RunningService.of(CountingTrainer.class, "trainer-service")
            .with("kernelign.models.dir", () -> ModelsFolder.make().toString())
            .with("kernelign.hub.enabled", "false")
            .with("db-scheduler.polling-interval", "1h");

    private SweepApi trainer;

    @BeforeEach
    void client() throws IOException {
        trainer = TRAINER.client(SweepApi.class);
        TRAINER.bean(BlobStore.class)
                .put(SampleJobs.DATASET.pairsKey(), new ByteArrayInputStream(new byte[] {'{', '}'}));
    }

    private static Map<String, Object> rates(Map<String, Object> changed) {
        var rates = new HashMap<>(SampleSweeps.RATES);
        rates.putAll(changed);
        return rates;
    }

    private static Arguments dimension(Map<String, Object> dimension, String field, String found) {
        return Arguments.of("dimensions", List.of(dimension), field, found);
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("colour", "red", "colour", "\"red\""),
                Arguments.of("base", "tiny", "base", "\"tiny\""),
                Arguments.of("base", Map.of("model", "gpt-5", "dataset", "ds_1"), "base.model", "\"gpt-5\""),
                Arguments.of("dimensions", List.of(), "dimensions", "[]"),
                dimension(Map.of("from", 1, "to", 2), "dimensions[0].field", null),
                dimension(values("training.learnRate", List.of(1)), "dimensions[0].values[0]", "1"),
                dimension(values("learning", List.of(1)), "dimensions[0].values[0]", "1"),
                dimension(values("model.size", List.of(1)), "dimensions[0].values[0]", "1"),
                dimension(values("dataset", List.of("ds_1", "ds_2")), "dimensions[0].field", "\"dataset\""),
                dimension(values("objective.kernel", List.of()), "dimensions[0].values", "[]"),
                dimension(
                        values("objective.kernel", List.of("rbf", "gaussian")),
                        "dimensions[0].values[1]",
                        "\"gaussian\""),
                dimension(values("objective.kernel", List.of("rbf", "rbf")), "dimensions[0].values", "[rbf, rbf]"),
                dimension(rates(Map.of("from", 0.1)), "dimensions[0].to", "0.01"),
                dimension(rates(Map.of("from", 1e-2)), "dimensions[0].to", "0.01"),
                dimension(rates(Map.of("from", 0)), "dimensions[0].from", "0"),
                dimension(rates(Map.of("to", 1e6)), "dimensions[0].to", "1000000"),
                dimension(
                        Map.of("field", "training.seed", "values", List.of(1), "points", 3),
                        "dimensions[0].points",
                        "3"),
                dimension(Map.of("field", "training.learningRate"), "dimensions[0].from", "null"),
                dimension(Map.of("field", "training.learningRate", "from", 1e-5), "dimensions[0].to", "null"),
                dimension(rates(Map.of("points", 4)), "dimensions[0].points", "4"),
                dimension(
                        Map.of("field", "training.lora.rank", "from", 1, "to", 8, "whole", false),
                        "dimensions[0].whole",
                        "false"),
                dimension(values("objective.kernel", List.of("rbf", "none")), "search.trials", "5"),
                Arguments.of(
                        "dimensions",
                        List.of(SampleSweeps.RATES, values("training", List.of(Map.of()))),
                        "dimensions[1].field",
                        "\"training\""),
                Arguments.of("search", Map.of("method", "annealing"), "search.method", "\"annealing\""),
                Arguments.of("search", Map.of("method", "random"), "search.trials", "null"),
                Arguments.of(
                        "search", Map.of("method", "random", "trials", 1_000_000_000), "search.trials", "1000000000"),
                Arguments.of("search", Map.of("method", "random", "trials", 0), "search.trials", "0"),
                Arguments.of(
                        "search",
                        Map.of("method", "random", "trials", 5, "randomTrials", 2),
                        "search.randomTrials",
                        "2"),
                Arguments.of("search", Map.of("method", "grid", "trials", 5), "search.trials", "5"),
                Arguments.of("search", GRID, "dimensions[0].points", null),
                Arguments.of("search", Map.of("method", "halving"), "search.trials", "null"),
                Arguments.of("search", Map.of("method", "halving", "trials", 8), "search.trials", "8"),
                Arguments.of("search", Map.of("method", "halving", "trials", 900), "search.trials", "900"),
                Arguments.of("search", Map.of("method", "halving", "trials", 9, "eta", 1), "search.eta", "1"),
                Arguments.of("search", Map.of("method", "hyperband", "trials", 9), "search.trials", "9"),
                Arguments.of("search", Map.of("method", "hyperband", "rungs", 7), "search.rungs", "7"),
                Arguments.of("search", Map.of("method", "hyperband", "eta", 10, "rungs", 10), "search.rungs", "10"),
                Arguments.of("search", Map.of("method", "random", "trials", 5, "eta", 3), "search.eta", "3"),
                Arguments.of("metric", Map.of("name", "happiness"), "metric.name", "\"happiness\""),
                Arguments.of(
                        "metric", Map.of("name", "divergence.configured"), "metric.name", "\"divergence.configured\""),
                Arguments.of("metric", Map.of("goal", "better"), "metric.goal", "\"better\""),
                Arguments.of("folds", 1, "folds", "1"),
                Arguments.of("folds", 21, "folds", "21"),
                Arguments.of("parallel", 0, "parallel", "0"),
                Arguments.of("earlyStopping", Map.of("patience", 0), "earlyStopping.patience", "0"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void what_is_wrong_with_a_sweep_is_named_with_what_was_found_and_what_is_accepted(
            String name, Object value, String field, String found) {
        var spec = SampleSweeps.spec(List.of(SampleSweeps.RATES), RANDOM);
        spec.put(name, value);

        for (var errors : List.of(refusal(spec), estimateRefusal(spec))) {
            assertThat(errors).hasSize(1);
            assertThat(errors.get(0).get("field").asString()).isEqualTo(field);
            assertThat(errors.get(0).get("found").asString(null)).isEqualTo(found);
            assertThat(errors.get(0).get("accepted").asString()).isNotBlank();
        }
        assertThat(trainer.sweeps(SampleJobs.TENANT, null, 20).items()).isEmpty();
    }

    private JsonNode refusal(Map<String, Object> spec) {
        return refusal(() -> trainer.create(SampleJobs.TENANT, SampleSweeps.request(spec)));
    }

    private JsonNode estimateRefusal(Map<String, Object> spec) {
        return refusal(() -> trainer.estimate(SampleJobs.TENANT, SampleSweeps.request(spec)));
    }

    private static JsonNode refusal(Runnable door) {
        var refused = catchThrowableOfType(RestClientResponseException.class, door::run);
        assertThat(refused).isNotNull();
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        return JsonMapper.shared().readTree(refused.getResponseBodyAsString()).get("errors");
    }

    private String message(Map<String, Object> spec) {
        return refusal(spec).get(0).get("message").asString();
    }

    @Test
    void a_grid_of_a_thousand_million_trials_is_refused_at_once() {
        var thousand = Map.<String, Object>of("from", 1, "to", 1000);
        var dimensions = Stream.of("training.steps", "training.seed", "training.lora.rank")
                .map(field -> {
                    var dimension = new HashMap<>(thousand);
                    dimension.put("field", field);
                    dimension.put("to", field.endsWith("rank") ? 250 : 2000);
                    return (Map<String, Object>) dimension;
                })
                .toList();
        var begun = System.nanoTime();

        assertThat(message(SampleSweeps.spec(dimensions, GRID)))
                .isEqualTo("dimensions have a grid of 1000000000 trials; accepted are dimensions whose grid has at most"
                        + " 1000 trials; method random or bayesian tries some of them");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_dimension_that_does_not_exist_is_answered_with_the_fields_there_are() {
        var spec = SampleSweeps.spec(List.of(values("training.learnRate", List.of(1e-4))), GRID);

        assertThat(message(spec))
                .startsWith("dimensions[0].values[0] puts 1.0E-4 into training.learnRate: training.learnRate is not a"
                        + " known field; accepted are method, ")
                .contains("learningRate");
    }

    @Test
    void a_metric_that_only_some_trials_report_is_refused() {
        var spec = SampleSweeps.spec(List.of(values("objective.divergence", List.of("kl", "none"))), GRID);
        spec.put("metric", Map.of("name", "divergence.configured"));

        assertThat(message(spec))
                .startsWith("metric.name is \"divergence.configured\"; accepted is what every trial reports, and with"
                        + " objective.divergence none it is not: one of preference_accuracy, ");
    }

    @Test
    void combinations_of_a_grid_that_are_no_job_are_named() {
        var spec = SampleSweeps.spec(
                List.of(
                        values("objective.kernel", List.of("none", "rbf")),
                        values("objective.link", List.of("sigmoid", "nca_pair"))),
                GRID);

        assertThat(message(spec))
                .startsWith("dimensions lead to a job with {objective.kernel=rbf, objective.link=nca_pair}:"
                        + " objective.kernel is \"rbf\"; accepted is none");
    }

    @Test
    void folds_of_what_has_none_are_refused() {
        var spec = SampleSweeps.spec(List.of(SampleSweeps.RATES), Map.of("method", "random", "trials", 400));
        spec.put("folds", 5);
        assertThat(message(spec)).isEqualTo("search.trials is 400; accepted is at most 200 with so many folds");

        spec.put("search", RANDOM);
        var base = new HashMap<>(SampleJobs.request(Map.of()).spec());
        base.put("objective", "auto");
        spec.put("base", base);
        assertThat(message(spec)).startsWith("folds is 5; accepted is nothing while objective is \"auto\"");

        base.put("objective", Map.of());
        base.put("fold", Map.of("of", 5, "index", 0));
        assertThat(message(spec)).startsWith("base.fold is {");
    }

    @Test
    void what_a_search_that_halves_decides_itself_is_not_the_user_s() {
        var spec = SampleSweeps.spec(List.of(SampleSweeps.RATES), HYPERBAND);
        spec.put("earlyStopping", Map.of("patience", 3));
        assertThat(message(spec))
                .isEqualTo(
                        "earlyStopping is {patience=3}; accepted is nothing with a search that halves, which stops poor"
                                + " trials itself");

        spec.remove("earlyStopping");
        spec.put("base", base(Map.of("training", Map.of("stopAtShare", 0.5))));
        assertThat(message(spec))
                .isEqualTo("base.training.stopAtShare is 0.5; accepted is nothing: each rung has a share of its own");

        spec.put("base", base(Map.of()));
        spec.put("dimensions", List.of(values("training.stopAtShare", List.of(0.2, 0.4))));
        assertThat(message(spec)).startsWith("dimensions[0].field is \"training.stopAtShare\"");
    }

    @Test
    void a_search_that_halves_needs_steps_and_points_enough_and_objectives_that_are_known_at_every_rung() {
        var spec = SampleSweeps.spec(List.of(SampleSweeps.RATES), HYPERBAND);
        spec.put("base", base(Map.of("training", Map.of("steps", 8))));
        assertThat(message(spec))
                .isEqualTo("search.rungs is 3; accepted is fewer for a training of 8 steps, so that each rung ends at a"
                        + " step of its own");

        spec.put("base", SampleJobs.piloted(Map.of()).spec());
        assertThat(message(spec)).startsWith("base.selection is \"pilot\"; accepted is rules with");

        spec.put("base", base(Map.of()));
        spec.put("dimensions", List.of(values("training.seed", List.of(1, 2, 3))));
        assertThat(message(spec))
                .isEqualTo("search.rungs is 3; accepted is fewer: 17 points would be drawn, and the dimensions have 3"
                        + " combinations");
    }

    @Test
    void a_sweep_over_data_sets_is_refused_with_what_it_may_be_over() {
        var spec = SampleSweeps.spec(List.of(values("dataset", List.of("ds_1", "ds_2"))), RANDOM);

        assertThat(message(spec))
                .isEqualTo("dimensions[0].field is \"dataset\"; accepted is any field of a job but name, dataset,"
                        + " evalDataset, webhook, tags.sweep, tags.trial, tags.fold, in which all trials are alike");
    }

    @Test
    void a_sweep_has_no_webhook_whose_secret_it_would_keep() {
        var webhook = Map.of("url", "https://example.com/", "secret", "whsec_" + "a".repeat(32));
        var spec = SampleSweeps.spec(List.of(SampleSweeps.RATES), RANDOM);
        spec.put("base", base(Map.of("webhook", webhook)));
        assertThat(message(spec))
                .isEqualTo("base.webhook is \"given\"; accepted is nothing: of the jobs of a sweep nobody is told");

        spec = SampleSweeps.spec(List.of(values("webhook.secret", List.of("whsec_" + "a".repeat(32)))), RANDOM);
        assertThat(message(spec))
                .startsWith("dimensions[0].field is \"webhook.secret\"; accepted is any field of a job but");
    }

    private static Map<String, Object> base(Map<String, Object> changed) {
        var base = new HashMap<>(SampleJobs.request(Map.of()).spec());
        base.putAll(changed);
        return base;
    }

    @Test
    void tags_by_which_trials_are_found_are_not_the_user_s() {
        var spec = SampleSweeps.spec(List.of(SampleSweeps.RATES), RANDOM, Map.of("sweep", "mine"));

        assertThat(message(spec))
                .isEqualTo("base.tags.sweep is \"mine\"; accepted is nothing: each trial gets this tag");
    }
}

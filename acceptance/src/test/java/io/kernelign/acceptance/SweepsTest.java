package io.kernelign.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.acceptance.platform.Jobs;
import io.kernelign.acceptance.platform.Platform;
import io.kernelign.acceptance.platform.SharedPlatform;
import io.kernelign.acceptance.platform.TinyModel;
import io.kernelign.acceptance.platform.TinyPairs;
import io.kernelign.service.testing.HttpProbe;
import io.kernelign.service.testing.Waiting;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A grid of all kernels and divergences and a Bayesian search, each twice: once left alone and once with trainer and selector
 * killed in the middle ({@code kill -9}). The Bayesian one's objective is the selector's choice.
 */
@ExtendWith(SharedPlatform.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SweepsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String SWEEPS = "/api/v1/sweeps";
    private static final int STEPS = 4;

    private final Platform platform;
    private final HttpProbe http;
    private final Jobs jobs;
    private Map<String, Object> base;
    private Map<String, Object> grid;
    private JsonNode wholeGrid;
    private JsonNode wholeSearch;
    private JsonNode killedGrid;
    private JsonNode killedSearch;

    SweepsTest(Platform platform) {
        this.platform = platform;
        this.http = platform.http();
        this.jobs = new Jobs(http);
    }

    @BeforeAll
    void run() throws Exception {
        var dataset = jobs.upload("?name=swept&heldOutShare=0.3", TinyPairs.rows());
        base = base(dataset);
        grid = Map.of(
                "base", base,
                "dimensions",
                        List.of(
                                Map.of(
                                        "field",
                                        "objective.kernel",
                                        "values",
                                        List.of("none", "polynomial", "rbf", "spectral", "mahalanobis", "hmk")),
                                Map.of(
                                        "field",
                                        "objective.divergence",
                                        "values",
                                        List.of(
                                                "kl",
                                                "jensen_shannon",
                                                "hellinger",
                                                "renyi",
                                                "bhattacharyya",
                                                "wasserstein",
                                                "f"))),
                "search", Map.of("method", "grid"),
                "metric", Map.of("name", "reward.margin.mean"),
                "parallel", 2);
        var search = Map.of(
                "base", base,
                "dimensions",
                        List.of(
                                Map.of("field", "training.learningRate", "from", 1e-5, "to", 1e-1, "scale", "log"),
                                Map.of("field", "training.lora.rank", "from", 1, "to", 16, "scale", "log")),
                "search", Map.of("method", "bayesian", "trials", 20, "randomTrials", 6, "seed", 5),
                "metric", Map.of("name", "reward.margin.mean"),
                "parallel", 2);
        var whole = List.of(submit(grid), submit(search));
        wholeGrid = await(whole.get(0));
        wholeSearch = await(whole.get(1));

        var killed = List.of(submit(grid), submit(search));
        awaitBegun(killed.get(0), 12);
        awaitBegun(killed.get(1), 8);
        platform.killTrainerAndSelector();
        platform.restartTrainerAndSelector();
        killedGrid = await(killed.get(0));
        killedSearch = await(killed.get(1));
    }

    private static Map<String, Object> base(String dataset) {
        return Map.of(
                "model",
                TinyModel.NAME,
                "dataset",
                dataset,
                "training",
                Map.of("steps", STEPS, "batchTokens", 256, "learningRate", 1e-3));
    }

    private String submit(Map<String, Object> spec) {
        var answer = http.post(SWEEPS, JsonMapper.shared().writeValueAsString(spec));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("id").asString();
    }

    private JsonNode get(String id) {
        return http.get(SWEEPS + "/" + id).json();
    }

    /** A machine may be slow: in vain is only a wait in which no trial is scored. */
    private JsonNode await(String id) {
        var sweep = get(id);
        while (!hasEnded(sweep)) {
            var scored = scoredTrials(sweep);
            sweep = Waiting.until(
                    "a further score of " + id,
                    PATIENCE,
                    () -> get(id),
                    next -> hasEnded(next) || scoredTrials(next) > scored);
        }
        assertThat(sweep.get("state").asString()).as(sweep.toString()).isEqualTo("succeeded");
        return sweep;
    }

    private static boolean hasEnded(JsonNode sweep) {
        return !List.of("queued", "running").contains(sweep.get("state").asString());
    }

    private static long scoredTrials(JsonNode sweep) {
        return sweep.get("trials")
                .valueStream()
                .filter(trial -> trial.hasNonNull("score"))
                .count();
    }

    private void awaitBegun(String id, int trials) {
        Waiting.until(
                trials + " trials of " + id,
                PATIENCE,
                () -> get(id),
                sweep -> sweep.get("trialsBegun").asInt() >= trials);
    }

    private static List<JsonNode> each(JsonNode sweep, String field) {
        return sweep.get("trials").valueStream().map(trial -> trial.get(field)).toList();
    }

    @Test
    void no_trial_is_lost_and_none_is_run_twice() {
        for (var sweep : List.of(killedGrid, killedSearch)) {
            int planned = sweep.get("trialsPlanned").asInt();
            assertThat(each(sweep, "values")).hasSize(planned).doesNotHaveDuplicates();
            assertThat(each(sweep, "state"))
                    .allSatisfy(state -> assertThat(state.asString()).isEqualTo("succeeded"));
            var ids = each(sweep, "jobs").stream().map(job -> job.get(0)).toList();
            assertThat(jobsTagged(sweep.get("id").asString()))
                    .hasSize(planned)
                    .containsExactlyInAnyOrderElementsOf(ids);
        }
        assertThat(killedGrid.get("trialsPlanned").asInt()).isEqualTo(42);
        assertThat(killedSearch.get("trialsPlanned").asInt()).isEqualTo(20);
    }

    private List<JsonNode> jobsTagged(String sweep) {
        var ids = new ArrayList<JsonNode>();
        var page = http.get("/api/v1/jobs?limit=100").json();
        while (true) {
            page.get("items")
                    .valueStream()
                    .filter(job -> job.get("tags").path("sweep").asString("").equals(sweep))
                    .forEach(job -> ids.add(job.get("id")));
            if (!page.hasNonNull("next")) {
                return ids;
            }
            page = http.get("/api/v1/jobs?limit=100&cursor=" + page.get("next").asString())
                    .json();
        }
    }

    @Test
    void every_score_and_so_the_best_trial_is_that_of_the_sweep_that_was_left_alone() {
        for (var pair : List.of(List.of(wholeGrid, killedGrid), List.of(wholeSearch, killedSearch))) {
            assertThat(each(pair.get(1), "values")).isEqualTo(each(pair.get(0), "values"));
            assertThat(each(pair.get(1), "score")).isEqualTo(each(pair.get(0), "score"));
            assertThat(pair.get(1).get("best").get("number"))
                    .isEqualTo(pair.get(0).get("best").get("number"));
        }
    }

    @Test
    void the_best_of_a_search_has_the_highest_score() {
        var scores =
                each(killedSearch, "score").stream().map(JsonNode::asDouble).toList();
        double best = killedSearch.get("best").get("score").asDouble();

        assertThat(scores.get(killedSearch.get("best").get("number").asInt())).isEqualTo(best);
        assertThat(scores).allSatisfy(score -> assertThat(score).isLessThanOrEqualTo(best));
    }

    @Test
    void the_heatmap_is_served_as_data_and_as_an_image() throws Exception {
        var id = killedGrid.get("id").asString();
        var heatmap = http.get(SWEEPS + "/" + id + "/heatmap").json();

        assertThat(heatmap.get("rows").asString()).isEqualTo("objective.kernel");
        assertThat(heatmap.get("rowLabels")).hasSize(6);
        assertThat(heatmap.get("columnLabels")).hasSize(7);
        var means = heatmap.get("cells")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .map(cell -> cell.get("mean"))
                .toList();
        assertThat(means).isEqualTo(each(killedGrid, "score"));

        var image = http.get(SWEEPS + "/" + id + "/heatmap.svg");
        assertThat(image.status()).isEqualTo(200);
        assertThat(image.header("Content-Type")).startsWith("image/svg+xml");
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(image.text().getBytes(UTF_8)));
        assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(1 + 42);
    }

    @Test
    void every_trial_is_a_line_across_the_dimensions() {
        var lines = http.get(SWEEPS + "/" + killedSearch.get("id").asString() + "/parallel-coordinates")
                .json();

        assertThat(lines.get("axes").findValuesAsString("field"))
                .containsExactly("training.learningRate", "training.lora.rank");
        assertThat(lines.get("lines")).hasSize(20);
    }

    @Test
    void the_best_trial_is_a_job_that_can_be_submitted_as_it_is_and_ends_the_same() {
        var best = http.get(SWEEPS + "/" + killedGrid.get("id").asString() + "/best");
        var submitted = http.post("/api/v1/jobs", best.text());
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(201);
        var id = submitted.json().get("id").asString();
        jobs.awaitSuccess(id, PATIENCE);

        assertThat(margin(id)).isEqualTo(killedGrid.get("best").get("score").asDouble());
    }

    @Test
    void with_folds_a_score_is_the_mean_over_them_and_each_holds_out_other_pairs() {
        var own = new HashMap<>(base);
        own.put("objective", Map.of());
        var folded = new HashMap<>(grid);
        folded.put("base", own);
        folded.put("dimensions", List.of(Map.of("field", "training.learningRate", "values", List.of(1e-3))));
        folded.put("folds", 3);
        var trial = await(submit(folded)).get("trials").get(0);

        var margins = trial.get("jobs")
                .valueStream()
                .map(job -> margin(job.asString()))
                .toList();
        assertThat(margins).hasSize(3).doesNotHaveDuplicates();
        assertThat(trial.get("score").asDouble())
                .isCloseTo(margins.stream().mapToDouble(each -> each).average().orElseThrow(), within(1e-12));
        assertThat(trial.get("standardError").asDouble()).isPositive();
    }

    @Test
    void what_halving_stops_early_is_the_beginning_of_the_whole_run() {
        var halved = new HashMap<>(grid);
        halved.put("base", with(base, "objective", Map.of("kernel", "rbf", "divergence", "kl")));
        halved.put(
                "dimensions",
                List.of(Map.of("field", "training.learningRate", "from", 1e-4, "to", 1e-1, "scale", "log")));
        halved.put("search", Map.of("method", "halving", "trials", 4, "eta", 2, "rungs", 3));
        var sweep = await(submit(halved));

        assertThat(each(sweep, "share").stream().map(JsonNode::asDouble))
                .containsExactly(0.25, 0.25, 0.25, 0.25, 0.5, 0.5, 1.0);
        var last = sweep.get("trials").get(6);
        assertThat(sweep.get("best")).isEqualTo(last);
        var losses = losses(last);
        assertThat(losses).hasSize(STEPS);
        for (var trial : sweep.get("trials")) {
            if (trial.get("values").equals(last.get("values"))) {
                int steps = (int) (STEPS * trial.get("share").asDouble());
                assertThat(losses(trial)).isEqualTo(losses.subList(0, steps));
            }
        }
    }

    private static Map<String, Object> with(Map<String, Object> map, String name, Object value) {
        var copy = new HashMap<>(map);
        copy.put(name, value);
        return copy;
    }

    private List<Double> losses(JsonNode trial) {
        return jobs.get(trial.get("jobs").get(0).asString(), "/metrics?split=train&name=loss")
                .get("points")
                .valueStream()
                .map(point -> point.get("value").asDouble())
                .toList();
    }

    /** The last of its curve. */
    private double margin(String job) {
        var points =
                jobs.get(job, "/metrics?split=held_out&name=reward.margin.mean").get("points");
        return points.get(points.size() - 1).get("value").asDouble();
    }

    @Test
    void what_a_sweep_costs_is_told_before_it_starts() {
        var estimate = http.post(SWEEPS + "?dryRun=true", JsonMapper.shared().writeValueAsString(grid));

        assertThat(estimate.status()).isEqualTo(200);
        assertThat(estimate.json().get("trials").asInt()).isEqualTo(42);
        assertThat(estimate.json().get("steps").asLong()).isEqualTo(42 * STEPS);
        assertThat(estimate.json().get("tokens").asLong()).isPositive();
        assertThat(estimate.json().get("memoryBytes").asLong()).isPositive();
    }
}

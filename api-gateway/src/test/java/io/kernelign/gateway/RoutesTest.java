package io.kernelign.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.contracts.MetricPoint;
import io.kernelign.contracts.MetricsApi;
import io.kernelign.contracts.PointBatch;
import io.kernelign.contracts.RunOpening;
import io.kernelign.contracts.Tenancy;
import io.kernelign.metrics.MetricsApplication;
import io.kernelign.service.testing.RunningService;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Routes to metrics-service, which is the real one, and to services that are away. */
class RoutesTest {

    @Order(1)
    @RegisterExtension
    static final RunningService METRICS = RunningService.of(MetricsApplication.class, MetricsApplication.NAME);

    @Order(2)
    @RegisterExtension
    static final RunningService GATEWAY = RunningService.of(GatewayApplication.class, GatewayApplication.NAME)
            .with("kernelign.services.metrics", METRICS::url)
            .with("kernelign.services.trainer", "http://localhost:1")
            .with("kernelign.services.selector", "http://localhost:1");

    private static final String JSON_ROW = "{\"prompt\": \"a\", \"chosen\": \"yes\", \"rejected\": \"no\"}\n";

    private static void measure(String job) {
        var metrics = METRICS.client(MetricsApi.class);
        metrics.open(Tenancy.DEFAULT, job, new RunOpening(job, "tiny", "ds_1", "first", 1, Map.of("a", 1), Map.of()));
        var points = LongStream.range(0, 1_000)
                .mapToObj(step -> new MetricPoint("train", "loss", step, 1.0 / (1 + step), Instant.EPOCH))
                .toList();
        metrics.append(Tenancy.DEFAULT, job, new PointBatch(1, points));
    }

    @Test
    void a_job_s_curves_are_those_of_its_run() {
        measure("job_1");

        var run = GATEWAY.http().get("/api/v1/jobs/job_1/metrics").json();
        assertThat(run.get("objective").get("a").asInt()).isEqualTo(1);
        assertThat(run.get("curves").get(0).get("name").asString()).isEqualTo("loss");
        assertThat(run.get("curves").get(0).get("points").asInt()).isEqualTo(1_000);

        var series = GATEWAY.http()
                .get("/api/v1/jobs/job_1/metrics?split=train&name=loss&maxPoints=50")
                .json();
        assertThat(series.get("total").asInt()).isEqualTo(1_000);
        assertThat(series.get("points")).hasSize(50);
    }

    @Test
    void several_curves_of_a_job_come_at_once() {
        measure("job_6");
        var curves = "/api/v1/jobs/job_6/metrics/curves";

        var both = GATEWAY.http()
                .get(curves + "?metrics=train:nothing,train:loss&maxPoints=50")
                .json();
        assertThat(both.at("/0/points")).isEmpty();
        assertThat(both.at("/1"))
                .isEqualTo(GATEWAY.http()
                        .get("/api/v1/jobs/job_6/metrics?split=train&name=loss&maxPoints=50")
                        .json());

        GATEWAY.http()
                .get("/api/v1/jobs/job_none/metrics/curves?metrics=train:loss")
                .problem(404);
        for (var wrong : List.of("", "?metrics=", "?metrics=loss", "?metrics=train:loss&maxPoints=1")) {
            var error = GATEWAY.http().get(curves + wrong).problem(400).at("/errors/0/field");
            assertThat(error.asString()).as(wrong).startsWith(wrong.contains("maxPoints") ? "maxPoints" : "metrics");
        }
    }

    @Test
    void runs_of_all_jobs_are_listed() {
        measure("job_2");

        var results =
                GATEWAY.http().get("/api/v1/results?datasetId=ds_1&limit=1").json();

        assertThat(results.get("items").get(0).get("id").asString()).isEqualTo("job_2");
        assertThat(GATEWAY.http().get("/api/v1/results?datasetId=ds_9").json().get("items"))
                .isEmpty();
    }

    @Test
    void runs_are_compared_and_ranked() {
        measure("job_3");
        measure("job_4");

        var comparison = GATEWAY.http()
                .get("/api/v1/results/compare?runs=job_3,job_4&metrics=train:loss&maxPoints=100")
                .json();
        assertThat(comparison.get("runs")).hasSize(2);
        var loss = comparison.get("metrics").get(0);
        assertThat(loss.at("/figures/1/last/difference").asDouble()).isZero();
        assertThat(loss.get("curves").get(1)).hasSameSizeAs(loss.get("steps"));

        var board = GATEWAY.http()
                .get("/api/v1/leaderboard?metric=loss&split=train&goal=minimise&datasetId=ds_1&limit=1")
                .json();
        assertThat(board).hasSize(1);
        assertThat(board.get(0).get("rank").asInt()).isEqualTo(1);
        GATEWAY.http().get("/api/v1/leaderboard?metric=loss&goal=up").problem(400);
        GATEWAY.http()
                .get("/api/v1/results/compare?runs=job_3,job_none&metrics=train:loss")
                .problem(404);
    }

    @Test
    void the_points_of_a_job_are_a_file() {
        measure("job_5");

        var csv = GATEWAY.http().get("/api/v1/jobs/job_5/metrics/export");
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"job_5.csv\"");
        assertThat(csv.text().lines()).hasSize(1_001).startsWith("split,name,step,value,at");
        var json = GATEWAY.http().get("/api/v1/jobs/job_5/metrics/export?format=jsonl");
        assertThat(json.text().lines()).hasSize(1_000);
        var parquet = GATEWAY.http().get("/api/v1/jobs/job_5/metrics/export?format=parquet");
        assertThat(parquet.header("Content-Type")).isEqualTo("application/vnd.apache.parquet");
        assertThat(parquet.text()).startsWith("PAR1").endsWith("PAR1");
        GATEWAY.http().get("/api/v1/jobs/job_none/metrics/export").problem(404);
        GATEWAY.http().get("/api/v1/jobs/job_5/metrics/export?format=xlsx").problem(400);
    }

    @Test
    void a_problem_of_the_service_behind_is_passed_on() {
        GATEWAY.http().get("/api/v1/jobs/job_none/metrics").problem(404);
        var problem = GATEWAY.http().get("/api/v1/results?limit=1000").problem(400);
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("limit");
    }

    @Test
    void a_path_that_the_server_itself_refuses_is_refused_in_the_words_of_its_dialect() {
        GATEWAY.http().get("/api/v1/jobs/%25").problem(400);
        var error = GATEWAY.http().get("/v1/fine_tuning/jobs/%25");
        assertThat(error.status()).isEqualTo(400);
        assertThat(error.response().headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(error.json().get("error").get("type").asString()).isEqualTo("invalid_request_error");
    }

    @Test
    void a_query_or_a_form_that_is_not_well_formed_is_refused() {
        GATEWAY.http().get("/api/v1/datasets?=1").problem(400);
        assertThat(GATEWAY.http().get("/v1/fine_tuning/jobs?%01=1").status()).isEqualTo(400);
        assertThat(GATEWAY.http().get("/v1/fine_tuning/jobs?after=%5C").status())
                .isEqualTo(400);
        for (var path : List.of("/api/v1/datasets", "/v1/files")) {
            var answer = GATEWAY.http().post(path, "multipart/form-data", "no boundary".getBytes(UTF_8));
            assertThat(answer.status()).as(path).isEqualTo(400);
        }
        var problem = GATEWAY.http()
                .get("/api/v1/results/compare?runs=&metrics=train:loss")
                .problem(400);
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("runs");
    }

    @Test
    void one_curve_needs_both_of_its_names() {
        var problem = GATEWAY.http().get("/api/v1/jobs/job_1/metrics?name=loss").problem(400);

        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("split");
    }

    @Test
    void a_request_that_names_no_stored_data_set_is_refused_at_the_door() {
        for (var path : List.of("/api/v1/jobs", "/api/v1/jobs?dryRun=true")) {
            var unknown = GATEWAY.http()
                    .post(path, "{\"model\": \"m\", \"dataset\": \"ds_9\"}")
                    .problem(400);
            assertThat(unknown.get("errors").get(0).get("field").asString()).isEqualTo("dataset");
            assertThat(unknown.get("errors").get(0).get("found").asString()).isEqualTo("\"ds_9\"");
            var missing = GATEWAY.http().post(path, "{\"model\": \"m\"}").problem(400);
            assertThat(missing.get("errors").get(0).get("field").asString()).isEqualTo("dataset");
        }
        for (var base : List.of("{\"dataset\": \"ds_9\"}", "{}", "7")) {
            var sweep = GATEWAY.http()
                    .post("/api/v1/sweeps", "{\"base\": " + base + "}")
                    .problem(400);
            assertThat(sweep.get("errors").get(0).get("field").asString()).isEqualTo("base.dataset");
        }
        var recommendation = GATEWAY.http()
                .post("/api/v1/recommendations", "{\"datasetId\": 7}")
                .problem(400);
        assertThat(recommendation.get("errors").get(0).get("field").asString()).isEqualTo("datasetId");
        GATEWAY.http().post("/api/v1/jobs", "[1, 2]").problem(400);
        GATEWAY.http().post("/api/v1/jobs", "{\"model\": ").problem(400);
    }

    @Test
    void a_job_that_names_no_stored_data_set_to_evaluate_on_is_refused_at_the_door() {
        var dataset = GATEWAY.http()
                .post("/api/v1/datasets", "application/jsonl", JSON_ROW.getBytes(UTF_8))
                .json()
                .get("id")
                .asString();

        var problem = GATEWAY.http()
                .post("/api/v1/jobs", "{\"dataset\": \"" + dataset + "\", \"evalDataset\": \"ds_9\"}")
                .problem(400);
        assertThat(problem.get("errors").get(0).get("message").asString())
                .isEqualTo("evalDataset is \"ds_9\"; accepted is the id of a stored data set");
    }

    @Test
    void a_service_that_is_away_is_a_503() {
        var dataset = GATEWAY.http()
                .post("/api/v1/datasets", "application/jsonl", JSON_ROW.getBytes(UTF_8))
                .json()
                .get("id")
                .asString();

        GATEWAY.http()
                .post("/api/v1/jobs", "{\"dataset\": \"" + dataset + "\"}")
                .problem(503);
        GATEWAY.http()
                .post("/api/v1/recommendations", "{\"datasetId\": \"" + dataset + "\"}")
                .problem(503);
        GATEWAY.http().post("/api/v1/evaluations", "{}").problem(503);
        GATEWAY.http().get("/api/v1/models").problem(503);
        GATEWAY.http().get("/api/v1/datasets/" + dataset + "/report?model=tiny").problem(503);
        GATEWAY.http()
                .get("/api/v1/datasets/" + dataset + "/report?maxLength=64")
                .problem(400);
        GATEWAY.http()
                .send("/api/v1/jobs/job_1/events", request -> request.header("Accept", "text/event-stream"))
                .problem(503);
    }

    @Test
    void where_nobody_is_asked_for_a_key_none_are_made() {
        var problem = GATEWAY.http()
                .post("/api/v1/keys", "{\"name\": \"x\", \"role\": \"reader\"}")
                .problem(409);

        assertThat(problem.get("detail").asString()).contains("KERNELIGN_ADMIN_KEY");
    }

    @Test
    void the_root_and_the_routes_of_the_ui_are_one_page_and_the_api_stays_what_it_is() {
        var page = GATEWAY.http().get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        for (var route : List.of("/datasets", "/datasets/ds_1/pairs", "/jobs/job_1", "/sweeps", "/compare")) {
            assertThat(GATEWAY.http().get(route).text()).isEqualTo(page.text());
        }
        assertThat(GATEWAY.http().get("/api/v1/nothing").status()).isEqualTo(404);
        assertThat(GATEWAY.http().get("/nothing").status()).isEqualTo(404);
    }
}

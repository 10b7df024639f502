package io.kernelign.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kernelign.contracts.CurveSummary;
import io.kernelign.contracts.MetricPoint;
import io.kernelign.contracts.MetricsApi;
import io.kernelign.contracts.PointBatch;
import io.kernelign.contracts.PointReceipt;
import io.kernelign.contracts.RunOpening;
import io.kernelign.contracts.RunOutcome;
import io.kernelign.contracts.RunView;
import io.kernelign.contracts.Series;
import io.kernelign.contracts.SeriesPoint;
import io.kernelign.contracts.Tenancy;
import io.kernelign.service.testing.RunningService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.HttpClientErrorException;

class MetricsServiceTest {

    @RegisterExtension
    static final RunningService SERVICE = RunningService.of(MetricsApplication.class, MetricsApplication.NAME);

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private MetricsApi metrics;
    private String tenant;
    private String run;

    @BeforeEach
    void freshTenant() {
        metrics = SERVICE.client(MetricsApi.class);
        tenant = "tenant-" + UUID.randomUUID();
        run = "job_1";
    }

    private static RunOpening attempt(int attempt) {
        return new RunOpening(
                "first try",
                "tiny",
                "ds_1",
                "preferences",
                attempt,
                Map.of("kernel", Map.of("type", "rbf", "sigma", 0.5)),
                Map.of("team", "red"));
    }

    private static MetricPoint point(String name, long step, Double value) {
        return new MetricPoint("train", name, step, value, NOON);
    }

    private static PointBatch batch(MetricPoint... points) {
        return new PointBatch(1, List.of(points));
    }

    private static HttpClientErrorException refusal(Runnable call) {
        return catchThrowableOfType(HttpClientErrorException.class, call::run);
    }

    @Test
    void a_run_is_what_its_opening_said() {
        metrics.open(tenant, run, attempt(1));

        var view = metrics.run(tenant, run);

        assertThat(view.id()).isEqualTo(run);
        assertThat(view.name()).isEqualTo("first try");
        assertThat(view.datasetName()).isEqualTo("preferences");
        assertThat(view.state()).isEqualTo("running");
        assertThat(view.objective()).isEqualTo(Map.of("kernel", Map.of("type", "rbf", "sigma", 0.5)));
        assertThat(view.tags()).isEqualTo(Map.of("team", "red"));
        assertThat(view.curves()).isEmpty();
        assertThat(view.finishedAt()).isNull();
    }

    @Test
    void curves_are_summed_up() {
        metrics.open(tenant, run, attempt(1));
        metrics.append(tenant, run, batch(point("loss", 3, 0.4), point("loss", 1, 0.7), point("loss", 2, 0.3)));
        metrics.append(tenant, run, batch(new MetricPoint("held_out", "ranking_accuracy", 0, 0.5, NOON)));

        assertThat(metrics.run(tenant, run).curves())
                .containsExactly(
                        new CurveSummary("held_out", "ranking_accuracy", 1, 0, 0.5, 0.5, 0.5, 0.5, 0L),
                        new CurveSummary("train", "loss", 3, 0, 0.7, 0.4, 0.3, 0.7, 3L));
    }

    @Test
    void a_batch_sent_again_is_counted_and_changes_nothing() {
        metrics.open(tenant, run, attempt(1));

        assertThat(metrics.append(tenant, run, batch(point("loss", 1, 0.7), point("loss", 2, 0.6))))
                .isEqualTo(new PointReceipt(2, 0));
        assertThat(metrics.append(tenant, run, batch(point("loss", 2, 9.0), point("loss", 3, 0.5))))
                .isEqualTo(new PointReceipt(1, 1));

        assertThat(metrics.series(tenant, run, "train", "loss", 10).points())
                .containsExactly(new SeriesPoint(1, 0.7), new SeriesPoint(2, 0.6), new SeriesPoint(3, 0.5));
    }

    @Test
    void a_batch_that_repeats_itself_is_taken_once() {
        metrics.open(tenant, run, attempt(1));

        assertThat(metrics.append(tenant, run, batch(point("loss", 1, 0.7), point("loss", 1, 0.7))))
                .isEqualTo(new PointReceipt(1, 1));
    }

    @Test
    void values_that_are_not_finite_are_no_values_but_are_recorded() {
        metrics.open(tenant, run, attempt(1));
        metrics.append(
                tenant,
                run,
                batch(
                        point("loss", 1, 0.7),
                        point("loss", 2, Double.NaN),
                        point("loss", 3, Double.POSITIVE_INFINITY),
                        point("loss", 4, null),
                        point("norm", 1, null)));

        assertThat(metrics.run(tenant, run).curves())
                .containsExactly(
                        new CurveSummary("train", "loss", 1, 3, 0.7, 0.7, 0.7, 0.7, 1L),
                        new CurveSummary("train", "norm", 0, 1, null, null, null, null, null));
        assertThat(metrics.series(tenant, run, "train", "loss", 10).points()).containsExactly(new SeriesPoint(1, 0.7));
    }

    @Test
    void a_later_attempt_takes_the_run_over_and_the_earlier_may_not_write_again() {
        metrics.open(tenant, run, attempt(1));
        metrics.append(tenant, run, batch(point("loss", 1, 0.7)));
        metrics.open(tenant, run, attempt(2));

        assertThat(refusal(() -> metrics.append(tenant, run, batch(point("loss", 2, 0.6))))
                        .getStatusCode()
                        .value())
                .isEqualTo(409);
        assertThat(refusal(() -> metrics.open(tenant, run, attempt(1)))
                        .getStatusCode()
                        .value())
                .isEqualTo(409);
        assertThat(refusal(() -> metrics.close(tenant, run, new RunOutcome(1, "failed", Map.of())))
                        .getResponseBodyAsString())
                .contains("Attempt 1 may not write: the run is in attempt 2.");

        metrics.append(tenant, run, new PointBatch(2, List.of(point("loss", 2, 0.5))));
        assertThat(metrics.series(tenant, run, "train", "loss", 10).points())
                .containsExactly(new SeriesPoint(1, 0.7), new SeriesPoint(2, 0.5));
    }

    @Test
    void an_outcome_ends_the_run_and_a_new_attempt_opens_it_again() {
        metrics.open(tenant, run, attempt(1));
        metrics.close(tenant, run, new RunOutcome(1, "failed", Map.of("why", List.of("a", 1))));
        metrics.open(tenant, run, attempt(1));

        var ended = metrics.run(tenant, run);
        assertThat(ended.state()).isEqualTo("failed");
        assertThat(ended.details()).isEqualTo(Map.of("why", List.of("a", 1)));
        assertThat(ended.finishedAt()).isNotNull();

        metrics.open(tenant, run, attempt(2));
        assertThat(metrics.run(tenant, run).state()).isEqualTo("running");
        assertThat(metrics.run(tenant, run).finishedAt()).isNull();
    }

    @Test
    void a_text_that_no_database_keeps_is_kept_but_for_the_character_that_is_none() {
        metrics.open(
                tenant,
                run,
                new RunOpening(
                        "r", "tiny", null, null, 1, Map.of("a", List.of("\u0000")), Map.of("k\u0000", "v\u0000")));
        metrics.close(
                tenant,
                run,
                new RunOutcome(1, "succeeded", Map.of("samples", List.of(Map.of("text", "a\u0000b", "n", 1)))));

        var view = metrics.run(tenant, run);
        assertThat(view.state()).isEqualTo("succeeded");
        assertThat(view.details()).isEqualTo(Map.of("samples", List.of(Map.of("text", "a\ufffdb", "n", 1))));
        assertThat(view.tags()).isEqualTo(Map.of("k\ufffd", "v\ufffd"));
        assertThat(view.objective()).isEqualTo(Map.of("a", List.of("\ufffd")));
    }

    @Test
    void a_long_curve_is_thinned() {
        metrics.open(tenant, run, attempt(1));
        var points = LongStream.range(0, 10_000)
                .mapToObj(step -> point("loss", step, Math.sin(step / 100.0)))
                .toList();
        metrics.append(tenant, run, new PointBatch(1, points));

        var series = metrics.series(tenant, run, "train", "loss", 200);

        assertThat(series.total()).isEqualTo(10_000);
        assertThat(series.points()).hasSize(200).startsWith(new SeriesPoint(0, 0.0));
    }

    @Test
    void several_curves_are_answered_in_the_order_asked_for() {
        metrics.open(tenant, run, attempt(1));
        metrics.append(tenant, run, batch(point("loss", 1, 0.7), point("learning_rate", 1, 0.1)));

        var curves = metrics.curves(tenant, run, List.of("train:loss", "held_out:loss", "train:learning_rate"), 10);

        assertThat(curves)
                .containsExactly(
                        metrics.series(tenant, run, "train", "loss", 10),
                        new Series(run, "held_out", "loss", 0, List.of()),
                        metrics.series(tenant, run, "train", "learning_rate", 10));
        assertThat(refusal(() -> metrics.curves(tenant, run, Collections.nCopies(101, "train:loss"), 10))
                        .getResponseBodyAsString())
                .contains("a list of 1 to 100 metrics");
    }

    @Test
    void a_curve_that_is_not_there_is_empty_and_a_run_that_is_not_there_is_a_404() {
        metrics.open(tenant, run, attempt(1));

        assertThat(metrics.series(tenant, run, "train", "nothing", 10).points()).isEmpty();
        for (Runnable call : List.<Runnable>of(
                () -> metrics.run(tenant, "job_2"),
                () -> metrics.series(tenant, "job_2", "train", "loss", 10),
                () -> metrics.append(tenant, "job_2", batch(point("loss", 1, 0.7))),
                () -> metrics.close(tenant, "job_2", new RunOutcome(1, "failed", Map.of())))) {
            assertThat(refusal(call).getStatusCode().value()).isEqualTo(404);
        }
    }

    @Test
    void another_tenant_s_run_is_a_404_and_its_id_is_free() {
        metrics.open(tenant, run, attempt(1));

        assertThat(refusal(() -> metrics.run("other-" + tenant, run))
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        metrics.open("other-" + tenant, run, attempt(1));
        metrics.append("other-" + tenant, run, batch(point("loss", 1, 0.7)));
        assertThat(metrics.run(tenant, run).curves()).isEmpty();
    }

    @Test
    void runs_are_listed_newest_first_page_by_page() {
        for (int i = 1; i <= 5; i++) {
            metrics.open(tenant, "job_" + i, attempt(1));
        }

        var first = metrics.runs(tenant, null, null, null, null, null, null, 2);
        var second = metrics.runs(tenant, null, null, null, null, null, first.next(), 2);
        var third = metrics.runs(tenant, "ds_1", null, null, null, null, second.next(), 2);

        var ids = new ArrayList<String>();
        List.of(first, second, third)
                .forEach(page -> page.items().stream().map(RunView::id).forEach(ids::add));
        assertThat(ids).containsExactly("job_5", "job_4", "job_3", "job_2", "job_1");
        assertThat(third.next()).isNull();
        assertThat(metrics.runs(tenant, "ds_2", null, null, null, null, null, 2).items())
                .isEmpty();
    }

    @Test
    void what_is_not_acceptable_is_named_field_by_field() {
        metrics.open(tenant, run, attempt(1));
        var bad = new MetricPoint("test", " ", -1, 0.1, null);

        var refusal = refusal(() -> metrics.append(tenant, run, batch(point("loss", 1, 0.7), bad)));

        assertThat(refusal.getStatusCode().value()).isEqualTo(400);
        assertThat(refusal.getResponseBodyAsString())
                .contains("points[1].split", "points[1].name", "points[1].step", "points[1].at")
                .contains("one of train, held_out");
        assertThat(metrics.run(tenant, run).curves()).isEmpty();
        assertThat(refusal(() -> metrics.append(tenant, run, batch(new MetricPoint(null, null, 1, 0.1, NOON))))
                        .getResponseBodyAsString())
                .contains("points[0].split is missing", "points[0].name is missing");
        assertThat(refusal(() -> metrics.close(tenant, run, new RunOutcome(1, null, null)))
                        .getResponseBodyAsString())
                .contains("state is missing");
        assertThat(refusal(() -> metrics.append(tenant, run, new PointBatch(0, null)))
                        .getResponseBodyAsString())
                .contains("\"attempt\"", "\"points\"");
        assertThat(refusal(() -> metrics.close(tenant, run, new RunOutcome(1, "done", null)))
                        .getResponseBodyAsString())
                .contains("one of succeeded, failed, cancelled");
        assertThat(refusal(() -> metrics.series(tenant, run, "train", "loss", 1))
                        .getResponseBodyAsString())
                .contains("a whole number from 2 to 10000");
        assertThat(refusal(() -> metrics.runs(tenant, null, null, null, null, null, "nonsense", 2))
                        .getResponseBodyAsString())
                .contains("cursor");
    }

    @Test
    void a_name_with_characters_that_do_not_show_is_refused() {
        metrics.open(tenant, run, attempt(1));

        for (var name : List.of("lo\u0000ss", "lo\nss", "\u001b[31mloss", "lo\ud800ss")) {
            assertThat(refusal(() -> metrics.append(tenant, run, batch(point(name, 1, 0.7))))
                            .getResponseBodyAsString())
                    .contains("points[0].name", "none of them a control character");
        }
        for (var path : List.of("series?split=train&name=a%00b", "series?split=%00&name=a")) {
            SERVICE.http()
                    .send("/internal/v1/runs/" + run + "/" + path, request -> request.header(Tenancy.HEADER, tenant)
                            .GET())
                    .problem(400);
        }
        assertThat(metrics.run(tenant, run).curves()).isEmpty();
    }

    @Test
    void a_clock_that_jumps_leaves_steps_in_order() {
        metrics.open(tenant, run, attempt(1));
        metrics.append(
                tenant,
                run,
                batch(
                        new MetricPoint("train", "loss", 1, 0.9, NOON),
                        new MetricPoint("train", "loss", 2, 0.8, Instant.EPOCH),
                        new MetricPoint("train", "loss", 3, 0.7, Instant.parse("9999-12-30T00:00:00Z")),
                        new MetricPoint("train", "loss", 4, 0.6, Instant.parse("0001-01-01T00:00:00Z"))));

        assertThat(metrics.series(tenant, run, "train", "loss", 10).points())
                .extracting(SeriesPoint::value)
                .containsExactly(0.9, 0.8, 0.7, 0.6);
        assertThat(refusal(() -> metrics.append(
                                tenant, run, batch(new MetricPoint("train", "loss", 5, 0.5, Instant.MAX))))
                        .getResponseBodyAsString())
                .contains("points[0].at", "a time of the years 1 to 9999");
    }

    @Test
    void steps_and_values_may_be_as_large_as_their_types() {
        metrics.open(tenant, run, attempt(1));
        var points = LongStream.range(0, 100)
                .mapToObj(i -> point("loss", Long.MAX_VALUE - i, i % 2 == 0 ? Double.MAX_VALUE : -Double.MAX_VALUE))
                .toList();
        metrics.append(tenant, run, new PointBatch(1, points));

        assertThat(metrics.series(tenant, run, "train", "loss", 10).points()).hasSize(10);
        assertThat(metrics.run(tenant, run).curves().get(0).lastStep()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void one_batch_too_large_is_refused_whole() {
        metrics.open(tenant, run, attempt(1));
        var points = LongStream.range(0, 10_001)
                .mapToObj(step -> point("loss", step, 1.0))
                .toList();

        assertThat(refusal(() -> metrics.append(tenant, run, new PointBatch(1, points)))
                        .getResponseBodyAsString())
                .contains("10001 points", "at most 10000 points");
    }

    @Test
    void openings_and_batches_at_the_same_time_leave_one_run_with_every_point() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        try {
            var opened = LongStream.range(0, 4)
                    .mapToObj(i -> pool.submit(() -> metrics.open(tenant, run, attempt(1))))
                    .toList();
            for (var opening : opened) {
                opening.get();
            }
            var appended = LongStream.range(0, 40)
                    .mapToObj(i -> pool.submit(
                            () -> metrics.append(tenant, run, batch(point("loss", i / 2, 1.0), point("norm", i, 1.0)))))
                    .toList();
            var stored = 0;
            for (var receipt : appended) {
                stored += receipt.get().stored();
            }
            assertThat(stored).isEqualTo(60);
            assertThat(metrics.run(tenant, run).curves())
                    .containsExactly(
                            new CurveSummary("train", "loss", 20, 0, 1.0, 1.0, 1.0, 1.0, 19L),
                            new CurveSummary("train", "norm", 40, 0, 1.0, 1.0, 1.0, 1.0, 39L));
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void dashboards_find_runs_and_points_in_the_views() {
        metrics.open(tenant, run, attempt(1));
        metrics.open(tenant, "job_2", attempt(1));
        metrics.append(tenant, run, batch(point("loss", 1, 0.7), point("loss", 2, null)));
        var sql = SERVICE.bean(JdbcClient.class);

        assertThat(sql.sql("select run_name, name, step, finite from v_metric_point where tenant = ? order by step")
                        .param(tenant)
                        .query()
                        .listOfRows())
                .containsExactly(
                        Map.of("run_name", "first try", "name", "loss", "step", 1L, "finite", true),
                        Map.of("run_name", "first try", "name", "loss", "step", 2L, "finite", false));
        assertThat(sql.sql("select run_id, points from v_run_summary where tenant = ? order by run_id")
                        .param(tenant)
                        .query((row, i) -> row.getString("run_id") + " " + row.getObject("points"))
                        .list())
                .containsExactly("job_1 1", "job_2 null");
    }
}

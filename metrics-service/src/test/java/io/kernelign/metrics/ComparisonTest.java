package io.kernelign.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.contracts.Comparison;
import io.kernelign.contracts.Comparison.Figure;
import io.kernelign.contracts.MetricPoint;
import io.kernelign.contracts.MetricsApi;
import io.kernelign.contracts.PointBatch;
import io.kernelign.contracts.ResultsApi;
import io.kernelign.contracts.RunOpening;
import io.kernelign.contracts.Tenancy;
import io.kernelign.service.testing.RunningService;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ComparisonTest {

    @RegisterExtension
    static final RunningService SERVICE = RunningService.of(MetricsApplication.class, MetricsApplication.NAME);

    private final String tenant = "tenant-" + UUID.randomUUID();
    private MetricsApi metrics;
    private ResultsApi results;

    @BeforeEach
    void clients() {
        metrics = SERVICE.client(MetricsApi.class);
        results = SERVICE.client(ResultsApi.class);
    }

    private void run(String id, MetricPoint... points) {
        metrics.open(tenant, id, new RunOpening("run " + id, "tiny", "ds_1", "pairs", 1, Map.of(), Map.of("a", id)));
        metrics.append(tenant, id, new PointBatch(1, List.of(points)));
    }

    private static MetricPoint loss(long step, Double value) {
        return new MetricPoint("held_out", "loss", step, value, Instant.EPOCH);
    }

    private static List<Double> last(Comparison.Metric metric) {
        return metric.figures().stream().map(figures -> figures.last().value()).toList();
    }

    @Test
    void values_stand_side_by_side_with_differences_to_the_first_run() {
        run("job_1", loss(0, 4.0), loss(10, 1.0), loss(20, 2.0));
        run("job_2", loss(0, 4.5), loss(10, 0.5));

        var comparison = results.compare(tenant, List.of("job_1", "job_2"), List.of("held_out:loss"), 100);

        assertThat(comparison.runs()).extracting(Comparison.Run::id).containsExactly("job_1", "job_2");
        assertThat(comparison.runs().get(1).tags()).isEqualTo(Map.of("a", "job_2"));
        var loss = comparison.metrics().get(0);
        assertThat(loss.figures().get(0).last()).isEqualTo(new Figure(2.0, 0.0));
        assertThat(loss.figures().get(1).last()).isEqualTo(new Figure(0.5, -1.5));
        assertThat(loss.figures().get(1).least()).isEqualTo(new Figure(0.5, -0.5));
        assertThat(loss.figures().get(1).most()).isEqualTo(new Figure(4.5, 0.5));
    }

    @Test
    void curves_are_aligned_by_step() {
        run("job_1", loss(0, 4.0), loss(10, 1.0), loss(20, 2.0));
        run("job_2", loss(5, 3.0), loss(10, 0.5), loss(12, null), loss(15, 0.25));

        var loss = results.compare(tenant, List.of("job_1", "job_2"), List.of("held_out:loss"), 100)
                .metrics()
                .get(0);

        assertThat(loss.steps()).containsExactly(0L, 5L, 10L, 15L, 20L);
        assertThat(loss.curves().get(0)).containsExactly(4.0, 4.0, 1.0, 1.0, 2.0);
        assertThat(loss.curves().get(1)).containsExactly(null, 3.0, 0.5, 0.25, null);
    }

    @Test
    void long_curves_share_the_steps_that_are_shown() {
        for (var id : List.of("job_1", "job_2")) {
            run(
                    id,
                    LongStream.range(0, 5_000)
                            .mapToObj(step -> loss(step, Math.sin(step / 50.0) + id.hashCode()))
                            .toArray(MetricPoint[]::new));
        }

        var loss = results.compare(tenant, List.of("job_1", "job_2"), List.of("held_out:loss"), 100)
                .metrics()
                .get(0);

        assertThat(loss.steps()).hasSizeBetween(50, 100).isSorted();
        assertThat(loss.curves())
                .allSatisfy(
                        curve -> assertThat(curve).hasSameSizeAs(loss.steps()).doesNotContainNull());
    }

    @Test
    void a_run_without_the_metric_has_no_values_of_it() {
        run("job_1", loss(0, 4.0));
        run("job_2");
        run("job_3", loss(0, 5.0));

        var loss = results.compare(tenant, List.of("job_2", "job_1", "job_3"), List.of("held_out:loss"), 100)
                .metrics()
                .get(0);

        assertThat(last(loss)).containsExactly(null, 4.0, 5.0);
        assertThat(loss.figures().get(1).last().difference()).isNull();
        assertThat(loss.curves().get(0)).containsExactly((Double) null);
    }

    @Test
    void what_cannot_be_compared_is_refused_by_its_name() {
        run("job_1", loss(0, 4.0));
        run("job_2", loss(0, 4.0));
        var many = String.join(
                ",", IntStream.range(0, 21).mapToObj(i -> "job_" + i).toList());

        get("runs=job_1,job_9&metrics=held_out:loss", 404, "job_9");
        get("runs=job_1&metrics=held_out:loss", 400, "accepted is a list of 2 to 20 ids of runs");
        get("runs=" + many + "&metrics=held_out:loss", 400, "a list of 2 to 20 ids of runs");
        get("runs=job_1,job_2&metrics=", 400, "metrics");
        get("runs=job_1,job_2&metrics=loss", 400, "metrics[0]");
        get("runs=job_1,job_2&metrics=test:loss", 400, "of the form split:name");
        get("runs=job_1,job_2&metrics=held_out:loss&maxPoints=1", 400, "maxPoints");
        get("runs=job_1,job_%00&metrics=held_out:loss", 404, "job_");
    }

    private void get(String query, int status, String words) {
        var answer = SERVICE.http()
                .send("/internal/v1/comparison?" + query, request -> request.header(Tenancy.HEADER, tenant)
                        .GET());
        answer.problem(status);
        assertThat(answer.text()).contains(words);
    }
}

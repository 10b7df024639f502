package io.kernelign.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.contracts.MetricPoint;
import io.kernelign.contracts.MetricsApi;
import io.kernelign.contracts.PointBatch;
import io.kernelign.contracts.PointReceipt;
import io.kernelign.contracts.RunOpening;
import io.kernelign.contracts.RunOutcome;
import io.kernelign.contracts.SeriesPoint;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service that keeps no more than 50 points of a curve once its run has ended. */
class RetentionTest {

    @RegisterExtension
    static final RunningService SERVICE = RunningService.of(MetricsApplication.class, MetricsApplication.NAME)
            .with("kernelign.metrics.retention.after", "1ms")
            .with("kernelign.metrics.retention.points", "50")
            .with("kernelign.metrics.retention.sweep-every", "50ms")
            .with("db-scheduler.polling-interval", "50ms");

    private final String tenant = "tenant-" + UUID.randomUUID();
    private MetricsApi metrics;

    /** Two curves, one of 1,000 points and one of 20. */
    @BeforeEach
    void endedRun() {
        metrics = SERVICE.client(MetricsApi.class);
        open(1);
        metrics.append(tenant, "job_1", new PointBatch(1, points("loss", 1_000)));
        metrics.append(tenant, "job_1", new PointBatch(1, points("accuracy", 20)));
    }

    private void open(int attempt) {
        metrics.open(tenant, "job_1", new RunOpening("job_1", "tiny", null, null, attempt, Map.of(), Map.of()));
    }

    private void end(int attempt) {
        metrics.close(tenant, "job_1", new RunOutcome(attempt, "succeeded", Map.of()));
        Waiting.until("thinned points", () -> stored("loss"), count -> count <= 50);
    }

    private static List<MetricPoint> points(String name, int count) {
        return LongStream.range(0, count)
                .mapToObj(step -> new MetricPoint("train", name, step, Math.sin(step / 30.0), Instant.EPOCH))
                .toList();
    }

    private int stored(String name) {
        return SERVICE.bean(JdbcClient.class)
                .sql("select count(*) from v_metric_point where tenant = :tenant and name = :name")
                .param("tenant", tenant)
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    @Test
    void points_are_thinned_after_a_run_s_end_and_its_summary_stays() {
        var before = metrics.run(tenant, "job_1").curves();
        var drawn = metrics.series(tenant, "job_1", "train", "loss", 50).points();

        end(1);

        assertThat(stored("loss")).isEqualTo(50);
        assertThat(stored("accuracy")).isEqualTo(20);
        assertThat(metrics.run(tenant, "job_1").curves()).isEqualTo(before);
        assertThat(metrics.series(tenant, "job_1", "train", "loss", 500).points())
                .isEqualTo(drawn);
    }

    @Test
    void a_point_that_was_thinned_counts_as_there_when_it_is_sent_again() {
        end(1);
        open(2);

        assertThat(metrics.append(tenant, "job_1", new PointBatch(2, points("loss", 1_010))))
                .isEqualTo(new PointReceipt(10, 1_000));
        assertThat(metrics.run(tenant, "job_1").curves().get(1).points()).isEqualTo(1_010);
        assertThat(stored("loss")).isEqualTo(60);
    }

    @Test
    void a_run_that_was_opened_again_is_thinned_again_after_its_next_end() {
        end(1);
        open(2);
        metrics.append(tenant, "job_1", new PointBatch(2, points("loss", 1_500)));

        end(2);

        assertThat(metrics.series(tenant, "job_1", "train", "loss", 500).points())
                .hasSize(50)
                .extracting(SeriesPoint::step)
                .startsWith(0L)
                .endsWith(1_499L);
    }

    @Test
    void what_was_thinned_stays_thinned_when_a_later_attempt_measures_nothing() {
        end(1);
        open(2);
        end(2);
        open(3);

        assertThat(metrics.append(tenant, "job_1", new PointBatch(3, points("loss", 1_000))))
                .isEqualTo(new PointReceipt(0, 1_000));
    }

    @Test
    void a_run_that_goes_on_keeps_all_while_those_that_have_ended_are_thinned() {
        metrics.open(tenant, "job_2", new RunOpening("job_2", "tiny", null, null, 1, Map.of(), Map.of()));
        metrics.append(tenant, "job_2", new PointBatch(1, points("margin", 1_000)));
        metrics.close(tenant, "job_2", new RunOutcome(1, "succeeded", Map.of()));

        Waiting.until("thinned points of the other run", () -> stored("margin"), count -> count == 50);

        assertThat(stored("loss")).isEqualTo(1_000);
    }
}

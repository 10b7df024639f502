package io.kernelign.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.contracts.MetricPoint;
import io.kernelign.contracts.MetricsApi;
import io.kernelign.contracts.PointBatch;
import io.kernelign.contracts.RunOpening;
import io.kernelign.contracts.SeriesPoint;
import io.kernelign.service.testing.RunningService;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Curves of many points, as dashboards see them. */
class LongCurveTest {

    @RegisterExtension
    static final RunningService SERVICE = RunningService.of(MetricsApplication.class, MetricsApplication.NAME);

    private static final int BATCH = 10_000;
    private static final int LENGTH = 100_000;
    private static final SeriesPoint SPIKE = new SeriesPoint(43_210, 9);

    private final String tenant = "tenant-" + UUID.randomUUID();
    private MetricsApi metrics;

    @BeforeEach
    void client() {
        metrics = SERVICE.client(MetricsApi.class);
    }

    private static List<SeriesPoint> noisyFall(int count, long stride) {
        var noise = new Random(7);
        return IntStream.range(0, count)
                .mapToObj(i -> new SeriesPoint(
                        i * stride,
                        i == SPIKE.step() ? SPIKE.value() : 3 * Math.exp(-i / 2e4) + 0.2 * noise.nextGaussian()))
                .toList();
    }

    private List<SeriesPoint> thinned(String run, List<SeriesPoint> points, int most) {
        metrics.open(tenant, run, new RunOpening(run, "tiny", null, null, 1, Map.of(), Map.of()));
        for (int from = 0; from < points.size(); from += BATCH) {
            var batch = points.subList(from, Math.min(points.size(), from + BATCH)).stream()
                    .map(point -> new MetricPoint("train", "loss", point.step(), point.value(), Instant.EPOCH))
                    .toList();
            metrics.append(tenant, run, new PointBatch(1, batch));
        }
        var series = metrics.series(tenant, run, "train", "loss", most);
        assertThat(series.total()).isEqualTo(points.size());
        return series.points();
    }

    @Test
    void up_to_eight_thousand_points_five_hundred_are_those_of_all_points() {
        var points = noisyFall(7_990, 1);

        assertThat(thinned("short", points, 500)).isEqualTo(LargestTriangle.sample(points, 500));
    }

    @Test
    void of_more_points_five_hundred_are_real_ones_with_ends_and_spikes_in_place() {
        var points = noisyFall(LENGTH, 1);

        var kept = thinned("long", points, 500);

        assertThat(kept)
                .hasSize(500)
                .isSubsetOf(points)
                .startsWith(points.get(0))
                .endsWith(points.get(LENGTH - 1))
                .contains(SPIKE)
                .extracting(SeriesPoint::step)
                .isSorted();
    }

    @Test
    void they_show_nearly_as_much_as_those_of_all_points() {
        var points = noisyFall(LENGTH, 1);

        assertThat(length(thinned("long", points, 500)))
                .isGreaterThan(0.9 * length(LargestTriangle.sample(points, 500)));
    }

    /** How far the values of a curve go up and down. */
    private static double length(List<SeriesPoint> points) {
        return IntStream.range(1, points.size())
                .mapToDouble(
                        i -> Math.abs(points.get(i).value() - points.get(i - 1).value()))
                .sum();
    }

    @Test
    void the_order_in_which_points_came_does_not_show() {
        var points = noisyFall(LENGTH, 1);
        var shuffled = points.stream().collect(Collectors.toList());
        Collections.shuffle(shuffled, new Random(3));

        assertThat(thinned("shuffled", shuffled, 500)).isEqualTo(thinned("in order", points, 500));
        assertThat(metrics.run(tenant, "shuffled").curves())
                .isEqualTo(metrics.run(tenant, "in order").curves());
    }

    @Test
    void steps_far_apart_make_no_difference_to_how_many_are_shown() {
        var points = noisyFall(50_000, 1_000_000_007);

        assertThat(thinned("far apart", points, 100))
                .hasSize(100)
                .isSubsetOf(points)
                .startsWith(points.get(0));
    }
}

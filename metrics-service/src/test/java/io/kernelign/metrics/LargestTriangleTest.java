package io.kernelign.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.contracts.SeriesPoint;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class LargestTriangleTest {

    private record Case(long[] steps, double[] values, int most, List<Long> kept) {
        List<SeriesPoint> points() {
            return IntStream.range(0, steps.length)
                    .mapToObj(i -> new SeriesPoint(steps[i], values[i]))
                    .toList();
        }
    }

    @Test
    void it_keeps_the_points_that_the_reference_implementation_keeps() {
        var golden = getClass().getResourceAsStream("/golden/largest_triangle.json");
        List<Case> cases = JsonMapper.shared()
                .convertValue(JsonMapper.shared().readTree(golden).get("values"), new TypeReference<>() {});

        assertThat(cases).hasSize(4).allSatisfy(example -> assertThat(
                        LargestTriangle.sample(example.points(), example.most))
                .extracting(SeriesPoint::step)
                .isEqualTo(example.kept));
    }

    @Test
    void a_short_curve_stays_as_it_is() {
        var points = LongStream.range(0, 5)
                .mapToObj(step -> new SeriesPoint(step, step % 2))
                .toList();

        assertThat(LargestTriangle.sample(points, 5)).isEqualTo(points);
        assertThat(LargestTriangle.sample(List.of(), 2)).isEmpty();
    }

    @Test
    void two_points_are_the_ends() {
        var points = LongStream.range(0, 100)
                .mapToObj(step -> new SeriesPoint(step, 1))
                .toList();

        assertThat(LargestTriangle.sample(points, 2))
                .extracting(SeriesPoint::step)
                .containsExactly(0L, 99L);
    }

    @Test
    void a_spike_survives() {
        var points = LongStream.range(0, 100_000)
                .mapToObj(step -> new SeriesPoint(step, step == 43_210 ? 9 : 0))
                .toList();

        assertThat(LargestTriangle.sample(points, 500)).hasSize(500).contains(new SeriesPoint(43_210, 9));
    }
}

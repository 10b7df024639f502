package io.kernelign.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.contracts.SeriesPoint;
import org.junit.jupiter.api.Test;

class ExtremesTest {

    private static void addPoint(Extremes extremes, long step, double value) {
        extremes.add(step, value, step, value);
    }

    @Test
    void all_points_stay_while_there_is_room() {
        var extremes = new Extremes(4);
        addPoint(extremes, 1, 5);
        addPoint(extremes, 2, 7);
        addPoint(extremes, 3, 6);

        assertThat(extremes.between(new SeriesPoint(1, 5), new SeriesPoint(3, 6)))
                .containsExactly(new SeriesPoint(1, 5), new SeriesPoint(2, 7), new SeriesPoint(3, 6));
    }

    @Test
    void ends_that_are_no_extremes_stand_at_the_ends() {
        var extremes = new Extremes(4);
        extremes.add(3, -1, 2, 1);

        assertThat(extremes.between(new SeriesPoint(1, 0), new SeriesPoint(4, 0)))
                .containsExactly(
                        new SeriesPoint(1, 0), new SeriesPoint(2, 1), new SeriesPoint(3, -1), new SeriesPoint(4, 0));
    }

    @Test
    void ten_million_stretches_take_the_room_of_a_few_and_no_extreme_is_lost() {
        var extremes = new Extremes(64);
        int count = 10_000_000;
        for (int step = 0; step < count; step++) {
            addPoint(extremes, step, step == 7_654_321 ? 99 : step == 1_234_567 ? -99 : step % 10);
        }

        var points = extremes.between(new SeriesPoint(0, 0), new SeriesPoint(count - 1, 9));
        assertThat(points)
                .hasSizeBetween(64, 2 * 64 + 2)
                .contains(new SeriesPoint(7_654_321, 99), new SeriesPoint(1_234_567, -99))
                .extracting(SeriesPoint::step)
                .isSorted();
    }
}

package io.kernelign.alignment.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OrderStatisticsTest {

    @Test
    void every_rank_has_the_value_that_sorting_gives_it() {
        var random = new SplittableRandom(1);
        var values = new float[400];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.scalb(random.nextDouble(-1, 1), random.nextInt(-20, 20));
        }
        Arrays.fill(values, 100, 140, 0.7f);
        values[7] = 0;
        var statistics = new OrderStatistics(values.length, i -> values[i]);
        var sorted = values.clone();
        Arrays.sort(sorted);

        for (int rank = 0; rank < sorted.length; rank++) {
            assertThat(statistics.ranked(rank)).isEqualTo(sorted[rank]);
        }
    }

    @Test
    void quantiles_interpolate_between_ranks() {
        var values = new float[] {4, 1, 2};
        var statistics = new OrderStatistics(values.length, i -> values[i]);

        assertThat(statistics.quantile(0.75)).isEqualTo(3);
        assertThat(statistics.quantile(1)).isEqualTo(4);
    }
}

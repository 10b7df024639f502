package io.kernelign.alignment.selection;

import static io.kernelign.alignment.selection.SelectionMetric.NAG;
import static io.kernelign.alignment.selection.SelectionMetric.PNAV;
import static io.kernelign.alignment.selection.SelectionMetric.PND;
import static io.kernelign.alignment.selection.SelectionMetric.TAT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BootstrapTest {

    private static final int SETS = 500;
    private static final int PAIRS = 400;
    private static final int RESAMPLES = 200;

    @ParameterizedTest
    @EnumSource(names = {"PND", "PNAV", "TAT", "NAG"})
    void an_interval_of_95_percent_holds_the_truth_in_93_to_97_of_100_data_sets(SelectionMetric metric) {
        double truth = value(metric, pairs(400_000, 0));

        long held = IntStream.rangeClosed(1, SETS)
                .parallel()
                .mapToObj(seed -> interval(metric, pairs(PAIRS, seed), new SplittableRandom(-seed)))
                .filter(interval -> interval.low() <= truth && truth <= interval.high())
                .count();

        assertThat((double) held / SETS).isBetween(0.93, 0.97);
    }

    private static Interval interval(SelectionMetric metric, PairDistances pairs, SplittableRandom random) {
        return Interval.middle(
                IntStream.range(0, RESAMPLES)
                        .mapToDouble(each -> value(metric, pairs.resample(random)))
                        .toArray(),
                0.95);
    }

    private static double value(SelectionMetric metric, PairDistances pairs) {
        return metric.measure(pairs, 1).value().orElseThrow();
    }

    /** Chosen responses lie a little nearer to the prompt, and both distances of a pair go together. */
    private static PairDistances pairs(int count, long seed) {
        var random = new SplittableRandom(seed);
        var chosen = new float[count];
        var rejected = new float[count];
        var between = new float[count];
        for (int i = 0; i < count; i++) {
            double both = random.nextGaussian();
            chosen[i] = (float) Math.abs(0.7 + 0.1 * both + 0.06 * random.nextGaussian());
            rejected[i] = (float) Math.abs(0.74 + 0.1 * both + 0.08 * random.nextGaussian());
            between[i] = (float) (0.2 + 0.5 * random.nextDouble());
        }
        return PairDistances.of(chosen, rejected, between);
    }

    @Test
    void a_conclusion_is_as_stable_as_the_share_of_resamples_that_give_it() {
        var pairs = pairs(60, 3);
        var bootstrap = Bootstrap.of(pairs, 40, 9);
        double threshold = bootstrap.pairs().value(PND).orElseThrow() - 0.01;

        double share = bootstrap.stability(data -> data.value(PND).orElseThrow() > threshold);

        assertThat(share)
                .isEqualTo(bootstrap.resamples().stream()
                                .filter(data -> data.value(PND).orElseThrow() > threshold)
                                .count()
                        / 40.0)
                .isStrictlyBetween(0.3, 0.9);
        assertThat(bootstrap.stability(data -> true)).isEqualTo(1);
    }

    @Test
    void the_same_seed_gives_the_same_resamples_and_another_one_others() {
        var pairs = pairs(50, 4);

        assertThat(Bootstrap.of(pairs, 5, 1)).isEqualTo(Bootstrap.of(pairs, 5, 1));
        assertThat(Bootstrap.of(pairs, 5, 1).resamples())
                .isNotEqualTo(Bootstrap.of(pairs, 5, 2).resamples())
                .doesNotHaveDuplicates();
    }

    @Test
    void what_the_data_cannot_say_has_no_interval() {
        var same = new float[50];
        Arrays.fill(same, 0.7f);
        var bootstrap = Bootstrap.of(PairDistances.of(same, same, same), 5, 1);

        assertThat(List.of(SelectionMetric.values())).allSatisfy(metric -> {
            assertThat(bootstrap.interval(metric)).isEmpty();
            assertThat(bootstrap.standardError(metric)).isEmpty();
        });
    }

    @Test
    void only_metrics_with_a_bound_or_ruled_by_few_pairs_are_said_to_be_biased() {
        assertThat(List.of(PND, PNAV, TAT, NAG))
                .extracting(SelectionMetric::intervalBias)
                .containsOnly(Optional.empty());
        assertThat(Arrays.stream(SelectionMetric.values())
                        .filter(metric -> metric.intervalBias().isPresent()))
                .containsExactly(
                        SelectionMetric.SUPPORT_OVERLAP,
                        SelectionMetric.DRIFT,
                        SelectionMetric.KURTOSIS,
                        SelectionMetric.SMOOTHNESS);
    }
}

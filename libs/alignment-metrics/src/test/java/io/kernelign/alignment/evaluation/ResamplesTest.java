package io.kernelign.alignment.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ResamplesTest {

    private static final int SETS = 400;
    private static final int PAIRS = 200;

    @Test
    void the_interval_of_a_figure_holds_the_truth_in_93_to_97_of_100_samples() {
        var truth = figures(pairs(20_000, 0));
        var held = new int[truth.size()];
        for (int seed = 1; seed <= SETS; seed++) {
            var figures = figures(pairs(PAIRS, seed));
            for (int i = 0; i < held.length; i++) {
                var interval = figures.get(i).interval();
                double value = truth.get(i).value();
                held[i] += interval.low() <= value && value <= interval.high() ? 1 : 0;
            }
        }
        for (int count : held) {
            assertThat((double) count / SETS).isBetween(0.93, 0.97);
        }
    }

    private static List<Estimate> figures(List<JudgedPair> pairs) {
        var f1 = PreferenceF1.of(pairs);
        return List.of(Accuracy.estimate(margins(pairs)), f1.overall(), f1.macro());
    }

    @Test
    void the_same_pairs_have_the_same_interval_and_certainty_has_one_of_no_width() {
        var pairs = pairs(PAIRS, 3);

        assertThat(PreferenceF1.of(pairs)).isEqualTo(PreferenceF1.of(pairs));
        var certain = Accuracy.estimate(new double[] {1, 2, 3});
        assertThat(certain.interval().low()).isEqualTo(1);
        assertThat(certain.interval().high()).isEqualTo(1);
    }

    @Test
    void an_interval_lies_around_its_value_and_is_wider_for_the_task_with_fewer_pairs() {
        var f1 = PreferenceF1.of(pairs(PAIRS, 4));

        f1.byTask().values().forEach(estimate -> assertThat(estimate.value())
                .isBetween(estimate.interval().low(), estimate.interval().high()));
        assertThat(width(f1.byTask().get("rare")))
                .isGreaterThan(width(f1.byTask().get("often")));
    }

    private static double width(Estimate estimate) {
        return estimate.interval().high() - estimate.interval().low();
    }

    private static double[] margins(List<JudgedPair> pairs) {
        return pairs.stream()
                .mapToDouble(pair -> pair.chosenScore() - pair.rejectedScore())
                .toArray();
    }

    /** One task in five is rare and harder. */
    private static List<JudgedPair> pairs(int count, long seed) {
        var random = new SplittableRandom(seed);
        var pairs = new ArrayList<JudgedPair>();
        for (int i = 0; i < count; i++) {
            boolean rare = random.nextInt(5) == 0;
            double margin = random.nextGaussian() + (rare ? 0.2 : 0.7);
            pairs.add(new JudgedPair(seed + "-" + i, rare ? "rare" : "often", margin, 0));
        }
        return pairs;
    }
}

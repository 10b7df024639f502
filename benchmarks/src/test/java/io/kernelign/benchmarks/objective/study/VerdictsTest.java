package io.kernelign.benchmarks.objective.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VerdictsTest {

    private static final Interval LEARNED = new Interval(0.89, 0.9, 0.91);

    @Test
    void only_an_interval_without_0_is_called_a_difference() {
        var text = Verdicts.of(new Condition(
                "bandit",
                0,
                new Trials(Map.of(
                        "rkhs_margin.none", List.of(outcome(0.9, 1)), "rkhs_margin.rbf", List.of(outcome(0.9, 1)))),
                List.of(
                        row("rkhs_margin.none", LEARNED, new Interval(0, 0, 0)),
                        row("rkhs_margin.rbf", LEARNED, new Interval(-0.001, 0.01, 0.02)),
                        row("rkhs_margin.hmk", new Interval(0.8, 0.8, 0.8), new Interval(-0.03, -0.02, -0.01)),
                        row("paper.rbf", new Interval(0.48, 0.49, 0.51), new Interval(-0.5, -0.4, -0.3)))));

        assertThat(text)
                .contains("interval without 0: none", "below it: `rkhs_margin.hmk`")
                .contains("no measurable difference")
                .contains("told from a coin's: `paper.rbf`");
    }

    @Test
    void the_interval_of_a_difference_holds_it() {
        var better = outcome(0.8, 1);
        var worse = outcome(0.7, 2);

        var interval = PairedBootstrap.difference(List.of(better, better), List.of(worse, worse));

        assertThat(interval.value()).isCloseTo(better.accuracy() - worse.accuracy(), offset(1e-12));
        assertThat(interval.low()).isBetween(0.0, interval.value());
        assertThat(interval.high()).isGreaterThan(interval.value());
    }

    @Test
    void an_objective_differs_from_itself_by_nothing() {
        var one = List.of(outcome(0.8, 1));

        assertThat(PairedBootstrap.difference(one, one)).isEqualTo(new Interval(0, 0, 0));
    }

    private static Outcome outcome(double accuracy, long seed) {
        var random = new Random(seed);
        var correct = new boolean[500];
        for (int i = 0; i < correct.length; i++) {
            correct[i] = random.nextDouble() < accuracy;
        }
        return new Outcome(correct, 1, 0, new double[0]);
    }

    private static Row row(String name, Interval accuracy, Interval difference) {
        return new Row(name, accuracy, difference, 1, 0, OptionalDouble.empty());
    }
}

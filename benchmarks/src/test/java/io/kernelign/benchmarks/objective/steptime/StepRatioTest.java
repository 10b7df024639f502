package io.kernelign.benchmarks.objective.steptime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepRatioTest {

    private final Random random = new Random(3);

    /** Steps of about so many seconds, as a machine has them: with noise, and now and then a long one. */
    private DoubleSupplier about(double seconds) {
        return () -> seconds * (1 + 0.05 * random.nextGaussian() + (random.nextInt(10) == 0 ? 0.5 : 0));
    }

    @Test
    void the_interval_holds_the_true_ratio_in_99_of_100_cases() {
        long held = IntStream.range(0, 2000)
                .mapToObj(i -> StepRatio.of(random.doubles(25).map(x -> 0.5 + x).toArray()))
                .filter(ratio -> ratio.low() <= 1 && 1 <= ratio.high())
                .count();

        assertThat(held / 2000.0).isCloseTo(0.99, within(0.008));
    }

    @Test
    void rounds_end_when_the_goal_is_decided() {
        var cheap = StepRatio.measure(about(1), about(1), 1.25, 80);
        var dear = StepRatio.measure(about(1), about(2), 1.25, 80);

        assertThat(cheap.high()).isLessThan(1.25);
        assertThat(dear.low()).isGreaterThan(1.25);
        assertThat(cheap.rounds()).isLessThan(80);
        assertThat(dear.rounds()).isEqualTo(8);
    }

    @Test
    void a_goal_that_cannot_be_decided_takes_all_rounds() {
        var ratio = StepRatio.measure(about(1), about(1), 1, 30);

        assertThat(ratio.rounds()).isEqualTo(30);
        assertThat(ratio.median()).isCloseTo(1, within(0.1));
    }
}

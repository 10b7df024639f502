package io.kernelign.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScheduleTest {

    @ParameterizedTest
    @EnumSource
    void the_rate_rises_through_the_warm_up_and_stays_within_its_peak(Schedule schedule) {
        for (int step = 1; step < 10; step++) {
            assertThat(schedule.factor(step, 100, 0.1)).isGreaterThan(schedule.factor(step - 1, 100, 0.1));
        }
        assertThat(schedule.factor(0, 100, 0.1)).isPositive();
        assertThat(schedule.factor(10, 100, 0.1)).isEqualTo(1);
    }

    @Test
    void linear_and_cosine_fall_towards_zero_and_constant_does_not() {
        assertThat(Schedule.LINEAR.factor(55, 100, 0.1)).isCloseTo(0.5, within(1e-9));
        assertThat(Schedule.COSINE.factor(55, 100, 0.1)).isCloseTo(0.5, within(1e-9));
        assertThat(Schedule.LINEAR.factor(99, 100, 0.1)).isBetween(0.0, 0.02);
        assertThat(Schedule.COSINE.factor(99, 100, 0.1)).isBetween(0.0, 0.001);
        assertThat(Schedule.CONSTANT.factor(99, 100, 0.1)).isEqualTo(1);
    }

    @Test
    void without_warm_up_the_first_step_has_the_peak() {
        assertThat(Schedule.LINEAR.factor(0, 1, 0)).isEqualTo(1);
    }
}

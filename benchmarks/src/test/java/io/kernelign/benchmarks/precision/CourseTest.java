package io.kernelign.benchmarks.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CourseTest {

    private static Course of(double... losses) {
        return new Course(losses, 0.5);
    }

    @Test
    void a_loss_is_smoothed_by_its_neighbours_as_far_as_there_are_any() {
        assertThat(of(1, 2, 6, 3, 8, 1).smoothed()).containsExactly(new double[] {3, 3, 4, 4, 4.5, 4}, within(1e-12));
    }

    @Test
    void courses_a_tenth_apart_differ_by_a_tenth_in_either_direction() {
        var course = of(1, 1, 1, 1, 1, 1, 1);

        assertThat(of(1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1).distance(course)).isCloseTo(0.1, within(1e-12));
        assertThat(of(0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9).distance(course)).isCloseTo(0.1, within(1e-12));
        assertThat(of(2, 2, 2, 2, 2, 2, 2).distance(of(4, 4, 4, 4, 4, 4, 4))).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void what_is_above_in_one_half_and_below_in_the_other_does_not_cancel_out() {
        double[] tilted = new double[40];
        double[] flat = new double[40];
        for (int i = 0; i < 40; i++) {
            tilted[i] = i < 20 ? 1.5 : 0.5;
            flat[i] = 1;
        }
        assertThat(of(tilted).distance(of(flat))).isGreaterThan(0.4);
    }
}

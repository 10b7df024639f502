package io.kernelign.benchmarks.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ResidentTest {

    private static Resident of(LongUnaryOperator bytes) {
        return new Resident(LongStream.range(0, 50).map(bytes).boxed().toList());
    }

    @Test
    void what_is_taken_while_the_virtual_machine_warms_up_is_no_growth() {
        assertThat(of(i -> i < 10 ? 100 * i : 1000).growth()).isEqualTo(1);
    }

    @Test
    void a_leak_shows_as_growth() {
        assertThat(of(i -> 1000 + 10 * i).growth()).isCloseTo(1470.0 / 1120, within(1e-9));
    }

    @Test
    void a_reading_that_stands_out_does_not_matter() {
        assertThat(of(i -> i == 47 ? 5000 : 1000).growth()).isEqualTo(1);
    }
}

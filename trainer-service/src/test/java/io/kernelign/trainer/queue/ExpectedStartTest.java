package io.kernelign.trainer.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedStartTest {

    /** Two places, free in 10 and in 25 seconds; what waits takes 10. */
    @ParameterizedTest
    @CsvSource({"1, 10", "2, 20", "3, 25", "4, 30", "5, 35"})
    void work_begins_when_whatever_is_ahead_of_it_has_left_a_place(int position, double seconds) {
        assertThat(ExpectedStart.seconds(List.of(10.0, 25.0), 10, position)).isEqualTo(seconds);
    }
}

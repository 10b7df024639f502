package io.kernelign.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void a_share_of_the_answers_was_there_in_time() {
        var latencies = new Latencies();
        LongStream.rangeClosed(1, 2_000).forEach(millis -> latencies.add((2_001 - millis) * 1_000_000));

        assertThat(latencies.millis(0.5)).isEqualTo(1_000);
        assertThat(latencies.millis(0.99)).isEqualTo(1_980);
        assertThat(latencies.millis(1)).isEqualTo(2_000);
    }
}

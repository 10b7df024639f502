package io.kernelign.benchmarks.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobWatchTest {

    @ParameterizedTest
    @CsvSource({
        "queued, training, true",
        "queued, succeeded, true",
        "training, failed, true",
        "training, selecting, false",
        "evaluating, queued, false",
        "succeeded, training, false",
        "cancelled, succeeded, false"
    })
    void a_job_goes_on_and_never_back_and_an_end_is_an_end(String before, String now, boolean follows) {
        assertThat(JobWatch.follows(before, now)).isEqualTo(follows);
    }
}

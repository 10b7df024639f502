package io.kernelign.benchmarks.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LargeFilesTest {

    @Test
    void a_file_is_as_large_as_it_was_asked_to_be_within_a_few_rows() {
        assertThat(new LargeFiles(2).next().contentLength()).isBetween((2L << 20) - 4096, (2L << 20) + 4096);
    }
}

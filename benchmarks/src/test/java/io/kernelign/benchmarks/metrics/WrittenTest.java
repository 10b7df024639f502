package io.kernelign.benchmarks.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenTest {

    @Test
    void what_was_noted_is_known_again(@TempDir Path folder) throws IOException {
        var notes = folder.resolve("notes");
        var written = Written.read(notes, 3);
        assertThat(written.all()).isZero();
        written.set(2, 7);
        written.save(notes);

        var again = Written.read(notes, 3);

        assertThat(again.batches(2)).isEqualTo(7);
        assertThat(again.all()).isEqualTo(7);
    }
}

package io.kernelign.benchmarks.selection.speed;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.alignment.selection.SelectionMetric;
import io.kernelign.data.embedding.EmbeddedPairs;
import io.kernelign.data.embedding.EmbeddingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanTest {

    @TempDir
    Path folder;

    private EmbeddedPairs file(int pairs, int dimension) throws IOException {
        var triples = new RandomTriples(pairs, dimension);
        var file = folder.resolve("embeddings.safetensors");
        try (var out = Files.newOutputStream(file)) {
            EmbeddingFile.write(out, "random", triples, triples.pairs());
        }
        return EmbeddingFile.read(file);
    }

    @Test
    void a_file_of_random_embeddings_can_be_measured_in_every_metric() throws IOException {
        var measured = Scan.measure(file(2_000, 24), 2_000);

        assertThat(SelectionMetric.values())
                .allMatch(metric -> measured.value(metric).isPresent());
    }

    @Test
    void measuring_more_pairs_takes_three_more_floats_for_each() throws IOException {
        var file = file(600_000, 2);
        Scan.measure(file, 600_000);

        assertThat(Scan.floatsPerPair(file)).isBetween(2.9, 3.05);
    }
}

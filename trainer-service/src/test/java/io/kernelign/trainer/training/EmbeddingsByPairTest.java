package io.kernelign.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.data.embedding.EmbeddedPair;
import io.kernelign.data.embedding.EmbeddingFile;
import io.kernelign.data.embedding.EmbeddingOrigin;
import io.kernelign.data.embedding.FitFile;
import io.kernelign.data.embedding.TextVectors;
import io.kernelign.objective.embedding.EmbeddingSpread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingsByPairTest {

    private static final EmbeddingOrigin ORIGIN = new EmbeddingOrigin("minilm", "ab12");
    private static final EmbeddingSpread SPREAD =
            new EmbeddingSpread(0.75f, new float[] {2, 1}, new float[] {1, 0, 0, 1}, new float[] {0.5f, 0, 0, 0.25f});

    @TempDir
    Path folder;

    private Path vectors;

    @BeforeEach
    void writeVectors() throws IOException {
        vectors = folder.resolve("vectors.safetensors");
        try (var out = Files.newOutputStream(vectors)) {
            EmbeddingFile.write(
                    out,
                    "minilm",
                    TextVectors.of(new float[][] {{1, 0}, {0, 1}, {0.6f, 0.8f}}),
                    List.of(new EmbeddedPair(4, 0, 1, 2)));
        }
    }

    private Path fit(EmbeddingOrigin origin, Map<String, float[]> arrays) throws IOException {
        var file = folder.resolve("fit.safetensors");
        try (var out = Files.newOutputStream(file)) {
            FitFile.write(out, origin, arrays);
        }
        return file;
    }

    private EmbeddingsByPair read(Optional<Path> fit) throws IOException {
        return EmbeddingsByPair.read(new EmbeddingFiles(ORIGIN, vectors, fit), Map.of("p", 4));
    }

    @Test
    void a_pair_has_its_vectors_and_the_fit_beside_them() throws IOException {
        var embeddings = read(Optional.of(fit(ORIGIN, SPREAD.toArrays())));

        assertThat(embeddings.of("p")).isDeepEqualTo(new float[][] {{1, 0}, {0, 1}, {0.6f, 0.8f}});
        assertThat(embeddings.spread().orElseThrow()).usingRecursiveComparison().isEqualTo(SPREAD);
        assertThat(read(Optional.empty()).spread()).isEmpty();
    }

    @Test
    void pairs_of_a_data_set_to_evaluate_on_are_found_beside_and_the_fit_is_of_the_one_to_train_on()
            throws IOException {
        var training = read(Optional.of(fit(ORIGIN, SPREAD.toArrays())));

        var both = training.or(pair -> new float[][] {{7}});

        assertThat(both.of("p")).hasDimensions(3, 2);
        assertThat(both.of("q")).isDeepEqualTo(new float[][] {{7}});
        assertThat(both.spread()).isEqualTo(training.spread());
    }

    @Test
    void a_fit_to_other_data_is_refused() throws IOException {
        var foreign = fit(new EmbeddingOrigin("minilm", "cd34"), SPREAD.toArrays());

        assertThatThrownBy(() -> read(Optional.of(foreign)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("content hash cd34, not to minilm's embeddings of the data set with the content"
                        + " hash ab12");
    }

    @Test
    void a_damaged_fit_or_one_of_other_dimensions_is_refused() throws IOException {
        var damaged = fit(ORIGIN, SPREAD.toArrays());
        var bytes = Files.readAllBytes(damaged);
        bytes[bytes.length - 1] ^= 1;
        Files.write(damaged, bytes);
        assertThatThrownBy(() -> read(Optional.of(damaged)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("its checksum does not fit");

        var narrow = new EmbeddingSpread(0.75f, new float[] {2}, new float[] {1}, new float[] {1});
        var other = fit(ORIGIN, narrow.toArrays());
        assertThatThrownBy(() -> read(Optional.of(other)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("it is of 1 dimensions, the embeddings have 2");

        var lacking = fit(ORIGIN, Map.of("variances", new float[] {2, 1}));
        assertThatThrownBy(() -> read(Optional.of(lacking)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has no numbers instead of");
    }
}

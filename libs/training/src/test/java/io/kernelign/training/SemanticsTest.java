package io.kernelign.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.lm.decoder.Decoder;
import io.kernelign.objective.Objective;
import io.kernelign.objective.embedding.EmbeddingSpread;
import io.kernelign.objective.embedding.UnusableEmbeddingsException;
import io.kernelign.torch.Scope;
import io.kernelign.training.TrainingEvent.Checkpointed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The semantic signal in real training of a tiny model. */
class SemanticsTest {

    private static final Map<String, Object> TRAINING =
            Map.of("steps", 6, "batchTokens", 128, "learningRate", 5e-3, "checkpointSteps", 3);

    private static Decoder model;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        model = TinyTask.model();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    /** The chosen response lies nearer to the prompt in half of the pairs. */
    private static final PairEmbeddings ENCODER = pair -> {
        var random = new Random(pair.hashCode());
        var vectors = new float[3][8];
        for (var vector : vectors) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) random.nextGaussian();
            }
        }
        return vectors;
    };

    @ParameterizedTest
    @ValueSource(strings = {"none", "polynomial", "rbf", "spectral", "mahalanobis", "mixture", "hmk"})
    void a_frozen_encoder_s_signal_trains_with_every_kernel(String kernel) {
        var losses = losses(task(kernel, Map.of("source", "external"), Optional.of(ENCODER)));

        assertThat(losses).hasSize(6).allMatch(Double::isFinite);
        assertThat(losses.get(0)).as("the offset is there from the first step").isNotCloseTo(Math.log(2), within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "polynomial", "rbf", "spectral", "mahalanobis", "mixture", "hmk"})
    void the_policy_s_own_signal_trains_with_every_kernel_and_goes_on_bit_equal_from_a_checkpoint(String kernel) {
        var task = task(kernel, Map.of("source", "policy", "gamma", 0.1, "gammaEnd", 0.4), Optional.empty());
        var whole = Runs.toTheEnd(task);
        var checkpoint = whole.of(Checkpointed.class).get(0);

        var resumed = Runs.of(task, Optional.of(checkpoint.file()), Integer.MAX_VALUE);

        assertThat(whole.metric("loss")).hasSize(6).allMatch(Double::isFinite);
        assertThat(resumed.metric("loss")).isEqualTo(whole.metric("loss").subList(3, 6));
        assertThat(resumed.sameAs(whole)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"external", "policy"})
    void the_paper_s_form_trains_on_the_similarities(String source) {
        var objective = Objective.TYPE.read(
                Map.of("formulation", "paper", "kernel", "hmk", "embedding", Map.of("source", source)));
        var task = TinyTask.of(model, Map.of(), TRAINING, newFolder());

        var losses = losses(withObjective(task, objective, Optional.of(ENCODER)));

        assertThat(losses).hasSize(6).allMatch(Double::isFinite);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rbf", "spectral", "mahalanobis", "hmk"})
    void a_spread_that_comes_with_the_embeddings_is_taken_and_trains_as_one_that_training_fits_itself(String kernel) {
        var fitsItself = task(kernel, Map.of("source", "external"), Optional.of(ENCODER));
        var same = task(kernel, Map.of("source", "external"), Optional.of(spreadAs(spread(fitsItself, 1))));
        var wider = task(kernel, Map.of("source", "external"), Optional.of(spreadAs(spread(fitsItself, 3))));

        var losses = losses(fitsItself);

        assertThat(losses(same)).isEqualTo(losses);
        assertThat(losses(wider)).isNotEqualTo(losses);
    }

    /** Of the training pairs; the first number of every vector is stretched. */
    private static EmbeddingSpread spread(TrainingTask task, float stretch) {
        try (var scope = Scope.plain()) {
            var rows = EmbeddedRows.of(task.trainBatches().pairs(), pair -> {
                var vectors = ENCODER.of(pair);
                for (var vector : vectors) {
                    vector[0] *= stretch;
                }
                return vectors;
            });
            return EmbeddingSpread.of(rows.prompt(), rows.chosen(), rows.rejected());
        }
    }

    private static PairEmbeddings spreadAs(EmbeddingSpread spread) {
        return new PairEmbeddings() {
            @Override
            public float[][] of(String pair) {
                return ENCODER.of(pair);
            }

            @Override
            public Optional<EmbeddingSpread> spread() {
                return Optional.of(EmbeddingSpread.read(spread.toArrays()));
            }
        };
    }

    @Test
    void the_policy_s_signal_moves_the_policy_and_a_frozen_one_of_weight_0_changes_nothing() {
        var without = losses(task("rbf", Map.of(), Optional.empty()));
        var idle = losses(task("rbf", Map.of("source", "external", "gamma", 0), Optional.of(ENCODER)));
        var moved = losses(task("rbf", Map.of("source", "policy", "gamma", 2), Optional.empty()));

        assertThat(idle).isEqualTo(without);
        assertThat(moved).isNotEqualTo(without);
    }

    @Test
    void an_encoder_that_says_the_same_of_every_text_ends_the_training_with_a_sentence() {
        PairEmbeddings mute = pair -> new float[][] {{1, 2}, {1, 2}, {1, 2}};

        assertThatThrownBy(() -> Runs.toTheEnd(task("rbf", Map.of("source", "external"), Optional.of(mute))))
                .isInstanceOf(UnusableEmbeddingsException.class)
                .hasMessageContaining("rank 0");
    }

    @Test
    void an_external_signal_without_embeddings_ends_the_training_with_a_sentence() {
        assertThatThrownBy(() -> Runs.toTheEnd(task("rbf", Map.of("source", "external"), Optional.empty())))
                .isInstanceOf(UntrainableException.class)
                .hasMessageContaining("no embeddings");
    }

    private TrainingTask task(String kernel, Map<String, Object> embedding, Optional<PairEmbeddings> embeddings) {
        var options = embedding.isEmpty()
                ? Map.<String, Object>of("kernel", kernel)
                : Map.<String, Object>of("kernel", kernel, "embedding", embedding);
        var task = TinyTask.of(model, Map.of(), TRAINING, newFolder());
        return withObjective(task, Objective.TYPE.read(options), embeddings);
    }

    private static TrainingTask withObjective(
            TrainingTask task, Objective objective, Optional<PairEmbeddings> embeddings) {
        return new TrainingTask(
                task.model(),
                task.train(),
                task.heldOut(),
                objective,
                task.training(),
                task.evaluation(),
                embeddings,
                task.adapter(),
                task.workFolder());
    }

    private static List<Double> losses(TrainingTask task) {
        var run = Runs.toTheEnd(task);
        assertThat(run.trouble()).isEmpty();
        return run.metric("loss");
    }

    private Path newFolder() {
        try {
            return Files.createTempDirectory(folder, "training");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

package io.kernelign.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.lm.decoder.Decoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways to compute the same training, which change its time and memory and none of its numbers. */
class ForwardFormsTest {

    private static final Map<String, Object> OBJECTIVE = Map.of("kernel", "hmk", "divergence", "jensen_shannon");

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

    @Test
    void layers_that_are_computed_again_change_no_number() {
        assertThat(losses(Map.of("gradientCheckpointing", "on")))
                .containsExactly(losses(Map.of("gradientCheckpointing", "off")), within(1e-6));
    }

    @Test
    void nor_do_they_with_dropout_which_drops_the_same_both_times() {
        var lora = Map.of("dropout", 0.3, "rank", 4);

        assertThat(losses(Map.of("gradientCheckpointing", "on", "lora", lora)))
                .containsExactly(losses(Map.of("gradientCheckpointing", "off", "lora", lora)), within(1e-6));
    }

    @Test
    void all_weights_train_alike_with_layers_computed_again() {
        assertThat(losses(Map.of("method", "full", "learningRate", 1e-3, "gradientCheckpointing", "on")))
                .containsExactly(
                        losses(Map.of("method", "full", "learningRate", 1e-3, "gradientCheckpointing", "off")),
                        within(1e-6));
    }

    @Test
    void one_batch_and_many_accumulated_are_the_same_step() {
        var many = losses(Map.of("batchTokens", 16, "accumulation", 48, "steps", 6));
        var one = losses(Map.of("batchTokens", 100_000, "steps", 6));

        assertThat(many).containsExactly(one, within(1e-5));
    }

    private double[] losses(Map<String, Object> settings) {
        var all = new HashMap<String, Object>(Map.of("steps", 12, "batchTokens", 128, "learningRate", 5e-3));
        all.putAll(settings);
        var run = Runs.toTheEnd(TinyTask.of(model, OBJECTIVE, all, newFolder()));
        List<Double> losses = run.metric("loss");
        assertThat(losses.get(0)).isNotEqualTo(losses.get(losses.size() - 1));
        return losses.stream().mapToDouble(loss -> loss).toArray();
    }

    private Path newFolder() {
        try {
            return Files.createTempDirectory(folder, "training");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

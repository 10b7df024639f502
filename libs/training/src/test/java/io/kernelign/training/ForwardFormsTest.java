package io.kernelign.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.Precision;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.link.Links;
import io.kernelign.training.TinyStep.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ways to compute the same training, which change its time and memory and none of its numbers. */
class ForwardFormsTest {

    /** Links that sort over the batch, so that it matters to them how a step is cut into batches. */
    private static final Set<String> SORTING = Set.of("aot", "aot_unpaired");

    private static final double PARITY = 1e-5;

    private static final StepForm EIGHT_BATCHES = new StepForm(StepForm.Layout.PACKED, 7, true, true, true, 8);

    private static final List<Map<String, Object>> OBJECTIVES = List.of(
            Map.of(),
            Map.of("divergence", "jensen_shannon", "alpha", 0.5),
            Map.of("kernel", "hmk", "divergence", "kl"),
            Map.of("kernel", "mixture", "divergence", "forward_kl", "estimator", "sampled"));

    private static final List<Map<String, Object>> METHODS = List.of(
            Map.of("lora", Map.of("rank", 4)),
            Map.of("lora", Map.of("rank", 4, "layers", Map.of("top", 1))),
            Map.of("method", "full"));

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

    static Stream<TinyStep> steps() {
        return OBJECTIVES.stream()
                .flatMap(objective -> METHODS.stream().map(method -> new TinyStep(objective, method)));
    }

    static Stream<String> links() {
        return Links.ALL.declarations().stream().map(Declaration::name);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void loss_log_probabilities_and_gradients_are_those_of_the_plain_form_in_every_form(TinyStep step) {
        var plain = step.in(StepForm.PLAIN, model, folder);
        var forms = StepForm.all(step.hasTrunk(model));
        assertThat(forms)
                .hasSizeGreaterThanOrEqualTo(64)
                .allSatisfy(form -> assertSame(step.in(form, model, folder), plain));
        assertThat(folder).as("what was kept").isEmptyDirectory();
    }

    static Stream<TinyStep> stepsOfAdapters() {
        return OBJECTIVES.stream()
                .flatMap(objective -> METHODS.stream().limit(2).map(method -> new TinyStep(objective, method)));
    }

    @ParameterizedTest
    @MethodSource("stepsOfAdapters")
    void weights_that_are_widened_layer_by_layer_give_what_they_give_when_they_are_kept_wide(TinyStep step)
            throws IOException {
        try (var widened = TinyTask.modelIn(Precision.WIDENED, newFolder());
                var rounded = new Decoder(widened.config(), TinyTask.inFloat32(widened.weights()))) {
            var plain = step.in(StepForm.PLAIN, rounded, folder);
            assertThat(StepForm.all(step.hasTrunk(widened)))
                    .allSatisfy(form -> assertSame(step.in(form, widened, folder), plain));
        }
    }

    @ParameterizedTest
    @MethodSource("links")
    void so_they_are_with_every_link_but_for_those_that_sort_over_the_batch_when_there_are_eight(String link) {
        var step = new TinyStep(Map.of("link", link, "beta", 1), METHODS.get(1));
        var plain = step.in(StepForm.PLAIN, model, folder);
        var eight = step.in(EIGHT_BATCHES, model, folder);
        if (SORTING.contains(link)) {
            assertThat(Math.abs(eight.loss() - plain.loss())).isGreaterThan(PARITY);
        } else {
            assertSame(eight, plain);
        }
    }

    private static void assertSame(Numbers ours, Numbers plain) {
        assertThat(ours.loss()).as("loss").isCloseTo(plain.loss(), within(PARITY));
        assertThat(difference(floats(ours.logProbs()), floats(plain.logProbs())))
                .as("log-probabilities")
                .isLessThan(PARITY);
        assertThat(ours.gradients().keySet()).isEqualTo(plain.gradients().keySet());
        double largest = plain.gradients().values().stream()
                .mapToDouble(gradient -> difference(gradient, new float[gradient.length]))
                .max()
                .orElseThrow();
        ours.gradients().forEach((name, gradient) -> assertThat(
                        difference(gradient, plain.gradients().get(name)))
                .as("gradient of %s, of which the largest number is %s", name, largest)
                .isLessThan(PARITY * largest));
    }

    private static float[] floats(List<Float> values) {
        var floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i);
        }
        return floats;
    }

    /** The largest there is between two numbers in the same place; NaN where one is none. */
    private static double difference(float[] one, float[] other) {
        assertThat(one).hasSameSizeAs(other);
        double most = 0;
        for (int i = 0; i < one.length; i++) {
            most = Math.max(most, Math.abs((double) one[i] - other[i]));
        }
        return most;
    }

    @Test
    void a_training_has_the_same_losses_in_every_form_that_its_settings_name() {
        var plain = losses(Map.of("batchTokens", 100_000, "gradientCheckpointing", "off"));
        for (var layers : List.of("off", "on")) {
            assertThat(losses(Map.of("batchTokens", 100_000, "gradientCheckpointing", layers)))
                    .containsExactly(plain, within(PARITY));
            assertThat(losses(Map.of("batchTokens", 16, "accumulation", 48, "gradientCheckpointing", layers)))
                    .containsExactly(plain, within(PARITY));
        }
    }

    @Test
    void dropout_drops_the_same_when_layers_are_computed_again() {
        var dropout = Map.of("dropout", 0.3, "rank", 4);

        assertThat(losses(Map.of("gradientCheckpointing", "on", "lora", dropout)))
                .containsExactly(losses(Map.of("gradientCheckpointing", "off", "lora", dropout)), within(1e-6));
    }

    private double[] losses(Map<String, Object> settings) {
        var all = new HashMap<String, Object>(Map.of("steps", 3, "batchTokens", 128, "learningRate", 5e-3));
        all.putAll(settings);
        var objective = Map.<String, Object>of("kernel", "hmk", "divergence", "jensen_shannon");
        List<Double> losses =
                Runs.toTheEnd(TinyTask.of(model, objective, all, newFolder())).metric("loss");
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

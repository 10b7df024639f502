package io.kernelign.training.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.decoder.Precision;
import io.kernelign.lm.family.Families;
import io.kernelign.objective.Objective;
import io.kernelign.torch.FailedAllocation;
import io.kernelign.torch.FailedAllocation.Place;
import io.kernelign.training.GradientCheckpointing;
import io.kernelign.training.TrainingSettings;
import io.kernelign.training.UntrainableException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryPlanTest {

    private static final long PROCESS = 500L << 20;
    private static final long MUCH = 1L << 50;

    /** Of the shape of a model of a billion parameters. */
    private static final ModelConfig MODEL = Families.of(Map.of(
            "architectures", List.of("LlamaForCausalLM"),
            "model_type", "llama",
            "vocab_size", 32_000,
            "hidden_size", 2048,
            "intermediate_size", 5632,
            "num_hidden_layers", 22,
            "num_attention_heads", 32,
            "num_key_value_heads", 4,
            "max_position_embeddings", 4096,
            "tie_word_embeddings", false));

    private static final Map<String, Object> RECORDING = Map.of("gradientCheckpointing", "off", "dtype", "float32");

    private static TrainingShape shape(Map<String, Object> settings) {
        var rows = IntStream.range(0, 64)
                .mapToObj(i -> new RowShape(200 + i, 300, 250))
                .toList();
        return new TrainingShape(
                MODEL,
                TrainingSettings.TYPE.read(settings),
                Optional.of(Objective.TYPE.read(Map.of())),
                new Workload(rows, rows.subList(0, 8), rows.size()));
    }

    private static MemoryPlan plan(Map<String, Object> settings, long available) {
        return new MemoryPlan(shape(settings), available, PROCESS);
    }

    private static long needed(Map<String, Object> settings) {
        return plan(settings, MUCH).estimate().bytes();
    }

    private static Map<String, Object> with(Map<String, Object> settings, String field, Object value) {
        var changed = new HashMap<>(settings);
        changed.put(field, value);
        return changed;
    }

    @Test
    void layers_are_computed_again_only_where_all_that_they_keep_would_not_fit() {
        var auto = Map.<String, Object>of("dtype", "float32");
        assertThat(plan(auto, MUCH).decided().gradientCheckpointing()).isEqualTo(GradientCheckpointing.OFF);
        assertThat(plan(auto, needed(RECORDING)).decided().gradientCheckpointing())
                .isEqualTo(GradientCheckpointing.OFF);
        assertThat(plan(auto, needed(RECORDING) - 1).decided().gradientCheckpointing())
                .isEqualTo(GradientCheckpointing.ON);
        assertThat(plan(with(auto, "gradientCheckpointing", "on"), MUCH).recomputes())
                .isTrue();
        assertThat(plan(RECORDING, MUCH).recomputes()).isFalse();
    }

    @Test
    void what_does_not_fit_is_refused_with_what_it_needs_and_changes_each_of_which_is_enough() {
        long available = needed(RECORDING) * 3 / 4;
        var plan = plan(RECORDING, available);

        assertThatThrownBy(plan::decided)
                .isInstanceOf(UntrainableException.class)
                .hasMessageMatching(
                        "training needs [0-9.]+ GiB of memory \\(activations [0-9.]+ GiB, .*\\) and there are"
                                + " [0-9.]+ GiB; it fits with training.gradientCheckpointing auto: [0-9.]+ GiB; or .*");
        assertThat(plan.remedies())
                .extracting(remedy -> remedy.changes().keySet().iterator().next())
                .contains("training.gradientCheckpointing", "training.batchTokens", "training.lora.layers.top");
        assertThat(plan.remedies()).allSatisfy(remedy -> {
            var changed = new HashMap<>(RECORDING);
            remedy.changes().forEach((field, value) -> put(changed, field.substring("training.".length()), value));
            var applied = plan(changed, available);
            assertThat(applied.fits()).isTrue();
            assertThat(applied.estimate().bytes()).isEqualTo(remedy.bytes());
        });
    }

    private static void put(Map<String, Object> settings, String field, Object value) {
        switch (field) {
            case "lora.layers.top" -> settings.put("lora", Map.of("layers", Map.of("top", value)));
            case "lora.rank" -> settings.put("lora", Map.of("rank", value));
            default -> settings.put(field, value);
        }
    }

    @Test
    void a_change_that_does_not_help_enough_is_not_told() {
        var full = Map.<String, Object>of("method", "full", "gradientCheckpointing", "off");
        long available = needed(Map.of("dtype", "float32", "gradientCheckpointing", "on")) + (200L << 20);

        assertThat(plan(full, available).remedies()).singleElement().satisfies(remedy -> assertThat(remedy.changes())
                .containsEntry("training.method", "lora")
                .hasSizeGreaterThan(1));
    }

    @Test
    void where_nothing_helps_it_says_so() {
        var plan = plan(RECORDING, 1L << 30);

        assertThat(plan.remedies()).isEmpty();
        assertThat(plan.refusal()).endsWith("; no setting of this training would make it fit");
    }

    @Test
    void a_training_that_ran_out_of_memory_is_told_what_takes_less_than_it_did() {
        var plan = plan(Map.of("dtype", "float32"), MUCH);
        var failed = new FailedAllocation(Place.TENSORS, OptionalLong.of(3L << 29));

        assertThat(plan.exhausted(failed, new IllegalStateException()))
                .hasMessageStartingWith("out of memory: there were no 1.5 GiB for one more tensor; training needs ")
                .hasMessageContaining("; it needs less with training.gradientCheckpointing on: ");
    }

    @Test
    void every_part_has_its_size_and_together_they_are_the_whole() {
        var estimate = plan(RECORDING, MUCH).estimate();
        long weights = Float.BYTES * MODEL.parameters();

        assertThat(estimate.terms())
                .contains(new Term(Part.PROCESS, PROCESS), new Term(Part.WEIGHTS, weights))
                .extracting(Term::part)
                .doesNotHaveDuplicates()
                .contains(Part.TRAINED, Part.GRADIENTS, Part.MOMENTS, Part.ACTIVATIONS);
        assertThat(estimate.bytes())
                .isEqualTo(estimate.terms().stream().mapToLong(Term::bytes).sum());
    }

    @Test
    void weights_in_bfloat16_take_half_and_room_for_one_layer_where_they_are_multiplied_in_float32() {
        var wide = plan(Precision.FLOAT32);
        var widened = plan(Precision.WIDENED);
        var narrow = plan(Precision.BFLOAT16);
        long ofLayer = MODEL.projections().all().stream()
                .mapToLong(map -> (long) map.outputWidth(MODEL) * map.inputWidth(MODEL))
                .sum();

        assertThat(wide - widened).isEqualTo(Short.BYTES * 22 * ofLayer - Float.BYTES * ofLayer);
        assertThat(narrow).isLessThan(widened);
    }

    private static long plan(Precision precision) {
        var shape = shape(RECORDING);
        var in = new TrainingShape(shape.model(), shape.settings(), precision, shape.objective(), shape.workload());
        return new MemoryPlan(in, MUCH, PROCESS).estimate().bytes();
    }

    @Test
    void kept_states_lie_on_the_disk_and_not_in_memory() {
        var top = Map.<String, Object>of("lora", Map.of("layers", Map.of("top", 2)));
        var one = plan(top, MUCH).estimate();
        var shape = shape(top);
        var workload = shape.workload();
        var hundredfold = new Workload(workload.train(), workload.heldOut(), 100 * workload.trainPairs());
        var hundred = new MemoryPlan(
                        new TrainingShape(MODEL, shape.settings(), shape.objective(), hundredfold), MUCH, PROCESS)
                .estimate();

        assertThat(hundred.bytes()).isEqualTo(one.bytes());
        assertThat(hundred.diskBytes() - one.diskBytes())
                .isEqualTo(99L * workload.tokens(shape.settings()) * MODEL.hiddenSize() * Float.BYTES);
    }
}

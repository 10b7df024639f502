package io.kernelign.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryPlanTest {

    private static final long MUCH = 1L << 40;
    private static final long TOKENS = 100_000;

    private static boolean recomputes(Map<String, Object> settings, long available) {
        return MemoryPlan.recomputes(TinyTask.CONFIG, TrainingSettings.TYPE.read(settings), TOKENS, available);
    }

    private static MemoryEstimate estimate() {
        var settings = TrainingSettings.TYPE.read(Map.of("dtype", "float32"));
        return MemoryEstimate.of(TinyTask.CONFIG, settings, settings.dtype().precision(), TOKENS);
    }

    @Test
    void layers_are_computed_again_only_where_all_of_them_would_not_fit() {
        assertThat(recomputes(Map.of("dtype", "float32"), MUCH)).isFalse();
        assertThat(recomputes(Map.of("dtype", "float32"), estimate().recorded() - 1))
                .isTrue();
        assertThat(recomputes(Map.of("gradientCheckpointing", "on"), MUCH)).isTrue();
        assertThat(recomputes(Map.of("gradientCheckpointing", "off"), MUCH)).isFalse();
    }

    @Test
    void what_does_not_fit_is_refused_with_what_it_needs_and_what_would_help() {
        assertThatThrownBy(() -> recomputes(
                        Map.of("gradientCheckpointing", "off", "dtype", "float32"),
                        estimate().recorded() - 1))
                .isInstanceOf(UntrainableException.class)
                .hasMessageMatching("training needs about [0-9.]+ GiB and [0-9.]+ GiB are free; it would need less with"
                        + " training.gradientCheckpointing auto, training.dtype bfloat16, training.batchTokens or"
                        + " training.maxLength below 2048");
        assertThatThrownBy(() -> recomputes(Map.of("dtype", "bfloat16"), 1000))
                .hasMessageNotContaining("dtype")
                .hasMessageNotContaining("gradientCheckpointing");
    }
}

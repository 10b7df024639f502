package io.kernelign.objective.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WeightLearningTest {

    private static WeightLearning learning(String kernel, Map<String, Object> weights) {
        return ((WeightedKernel) Kernels.ALL.read(Map.of("name", kernel, "weights", weights))).learning();
    }

    @Test
    void floors_are_off_unless_asked_for_and_then_those_of_the_papers_table() {
        assertThat(learning("hmk", Map.of()).floors()).isEqualTo(Floors.NONE);
        assertThat(learning("hmk", Map.of("floors", Map.of())).floors()).isEqualTo(new Floors(0.1, 0.3));
        assertThat(learning("mixture", Map.of("floors", Map.of())).floors()).isEqualTo(new Floors(0.1, 0));
    }

    @Test
    void weights_are_learned_on_training_pairs_unless_pairs_are_reserved_for_them() {
        assertThat(learning("hmk", Map.of()).learnOn()).isEqualTo(new LearnOn.Training());
        assertThat(learning("hmk", Map.of("learnOn", "heldOut")).learnOn()).isEqualTo(new LearnOn.HeldOut(4, 32));
        assertThat(learning("hmk", Map.of("learnOn", Map.of("name", "heldOut", "pairs", 7)))
                        .learnOn())
                .isEqualTo(new LearnOn.HeldOut(4, 7));
    }

    @Test
    void a_learned_scale_starts_at_its_value_with_a_rate_of_its_own_and_its_declared_range() {
        var kernel = Kernels.ALL.read(Map.of("name", "polynomial", "c", 2, "learn", true, "learningRate", 0.1));

        assertThat(kernel.learned()).singleElement().satisfies(learned -> {
            assertThat(learned.name()).isEqualTo("polynomial.c.log");
            assertThat(learned.initial()).containsExactly((float) Math.log(2));
            assertThat(Math.exp(learned.least())).isBetween(0.0999, 0.1001);
            assertThat(Math.exp(learned.most())).isBetween(0.999e12, 1.001e12);
            assertThat(learned.learningRate()).isEqualTo(0.1);
        });
        assertThat(Kernels.ALL.read(Kernels.ALL.write(kernel))).isEqualTo(kernel);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(Map.of("name", "hmk", "weights", Map.of("floors", Map.of("lambda", 0.25))), "lambda"),
                Arguments.of(Map.of("name", "hmk", "weights", Map.of("floors", Map.of("tau", 0.5))), "tau"),
                Arguments.of(Map.of("name", "mixture", "weights", Map.of("floors", Map.of("tau", 0.3))), "tau"),
                Arguments.of(Map.of("name", "hmk", "weights", Map.of("learnOn", "evaluation")), "learnOn"),
                Arguments.of(
                        Map.of("name", "hmk", "weights", Map.of("learnOn", Map.of("name", "training", "pairs", 3))),
                        "pairs"),
                Arguments.of(Map.of("name", "rbf", "margin", Map.of("learningRate", 0.1)), "learningRate"),
                Arguments.of(Map.of("name", "polynomial", "d", 1, "learn", true), "learn"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void what_is_out_of_range_or_without_effect_is_refused(Map<String, Object> options, String field) {
        var refusal = catchThrowableOfType(InvalidInputException.class, () -> Kernels.ALL.read(options));

        assertThat(refusal.errors())
                .extracting(FieldError::field)
                .singleElement()
                .asString()
                .endsWith(field);
    }
}

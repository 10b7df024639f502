package io.kernelign.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectTypeTest {

    private static final Field<Double> BETA =
            Field.defaulted("beta", Types.numberAbove(0, 10), 0.1, "Temperature of the margin.");
    private static final Field<String> MODEL = Field.required("model", Types.text(20), "The policy to train.");
    private static final Field<List<Integer>> LAYERS =
            Field.optional("layers", Types.listOf(Types.integer(0, 9), 1, 3), "Layers to train.");

    private record Spec(String model, double beta, List<Integer> layers) {}

    private static final ObjectType<Spec> SPEC = ObjectType.of(
            List.of(MODEL, BETA, LAYERS),
            values -> {
                if ("tiny".equals(values.get(MODEL)) && values.given(LAYERS)) {
                    values.reject(LAYERS, "no layers for the model tiny");
                }
                return new Spec(values.get(MODEL), values.get(BETA), values.get(LAYERS));
            },
            spec -> Map.of("model", spec.model, "beta", spec.beta));

    private static List<String> errorsOf(Object input) {
        return catchThrowableOfType(InvalidInputException.class, () -> SPEC.read(input)).errors().stream()
                .map(FieldError::message)
                .toList();
    }

    @Test
    void an_absent_field_takes_its_default() {
        assertThat(SPEC.read(Map.of("model", "m"))).isEqualTo(new Spec("m", 0.1, null));
    }

    @Test
    void every_error_is_told_at_once_with_field_value_and_what_is_accepted() {
        assertThat(errorsOf(Map.of("beta", 0, "layers", List.of(1, 12), "colour", "red")))
                .containsExactly(
                        "model is missing; accepted is a text of 1 to 20 characters",
                        "beta is 0; accepted is a number above 0, at most 10",
                        "layers[1] is 12; accepted is a whole number from 0 to 9",
                        "colour is not a known field; accepted are model, beta, layers");
    }

    @Test
    void a_value_that_does_not_fit_the_others_is_refused_by_the_builder() {
        assertThat(errorsOf(Map.of("model", "tiny", "layers", List.of(1))))
                .containsExactly("layers is [1]; accepted is no layers for the model tiny");
    }

    @Test
    void a_field_inside_another_can_be_refused_by_its_path_and_what_is_refused_is_not_built() {
        var inner = Field.defaulted("inner", SPEC, null, "Another.");
        var outer = ObjectType.of(List.of(inner), values -> values.get(inner).model(), model -> Map.of())
                .checkedBy(values -> {
                    var path = List.of(inner, LAYERS);
                    if (!values.given(inner) || values.given(path)) {
                        values.reject(path, "nothing");
                    }
                });

        assertThat(outer.read(Map.of("inner", Map.of("model", "m")))).isEqualTo("m");
        for (var refused : List.of(Map.of("inner", Map.of("model", "m", "layers", List.of(3))), Map.of())) {
            var errors = catchThrowableOfType(InvalidInputException.class, () -> outer.read(refused))
                    .errors();
            assertThat(errors).extracting(FieldError::field).containsExactly("inner.layers");
        }
    }

    @Test
    void a_fraction_is_not_a_whole_number_and_not_a_number_is_no_number() {
        assertThat(errorsOf(Map.of("model", "m", "layers", List.of(1.5), "beta", Double.NaN)))
                .hasSize(2);
    }

    @Test
    void the_schema_states_defaults_ranges_and_sentences() {
        assertThat(SPEC.jsonSchema().toString())
                .contains("default=0.1", "exclusiveMinimum=0", "Temperature of the margin.", "required=[model]");
    }
}

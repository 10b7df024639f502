package io.kernelign.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.objective.declare.Alternatives;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.declare.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CatalogueTest {

    static Stream<Arguments> entries() {
        return Catalogue.families().entrySet().stream().flatMap(family -> family.getValue().declarations().stream()
                .map(entry -> Arguments.of(family.getKey(), entry.name(), family.getValue(), entry)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("entries")
    void every_entry_has_a_sentence_a_formula_a_source_and_tells_all_of_its_parameters(
            String family, String name, Alternatives<?> alternatives, Declaration<?> entry) {
        var told = json(entry.describe());

        assertThat(told.get("name").asString()).isEqualTo(name);
        assertThat(told.get("sentence").asString()).matches("(?s)[A-Zf].{10,}[.)]");
        assertThat(told.get("formula").asString()).isNotBlank().doesNotContain("$");
        assertThat(told.get("source").asString()).isNotBlank();
        told.get("parameters").propertyStream().forEach(parameter -> {
            assertTellsAll(parameter.getKey(), parameter.getValue(), false);
        });
    }

    /** A parameter says what it does, what it accepts, and its default or what its absence means. */
    private static void assertTellsAll(String path, JsonNode parameter, boolean required) {
        var sentence = parameter.path("description").asString("");
        assertThat(sentence).as("sentence of " + path).endsWith(".");
        assertThat(required || parameter.has("default") || sentence.contains("absent"))
                .as("default of %s, or what its absence means: %s", path, sentence)
                .isTrue();
        assertThat(ranges(parameter)).as("range of " + path).isTrue();
        for (var object : objects(parameter)) {
            var needed = object.path("required").toString();
            object.path("properties").propertyStream().forEach(inner -> {
                if (!inner.getValue().has("const")) {
                    var name = path + "." + inner.getKey();
                    assertTellsAll(name, inner.getValue(), needed.contains('"' + inner.getKey() + '"'));
                }
            });
        }
    }

    private static List<JsonNode> objects(JsonNode schema) {
        var objects = new ArrayList<JsonNode>(List.of(schema, schema.path("items")));
        schema.path("oneOf").forEach(objects::add);
        return objects;
    }

    private static boolean ranges(JsonNode schema) {
        return switch (schema.path("type").asString("choice")) {
            case "number", "integer" ->
                (schema.has("minimum") || schema.has("exclusiveMinimum")) && schema.has("maximum");
            case "string" -> schema.has("enum") || schema.has("maxLength");
            case "array" -> schema.has("minItems") && schema.has("maxItems") && ranges(schema.get("items"));
            case "object" -> schema.get("additionalProperties").equals(json(false));
            case "boolean" -> true;
            default -> !schema.path("oneOf").isEmpty();
        };
    }

    private static JsonNode json(Object value) {
        return JsonMapper.shared().valueToTree(value);
    }

    static Stream<Arguments> refusals() {
        return Catalogue.families().entrySet().stream()
                .flatMap(family -> family.getValue().declarations().stream().flatMap(entry -> entry.refusals().stream()
                        .map(refusal -> Arguments.of(
                                family.getKey(),
                                entry.name(),
                                refusal.field() + " when " + refusal.when(),
                                entry,
                                refusal))));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("refusals")
    void what_is_listed_as_refused_is_refused_for_that_alone(
            String family, String name, String what, Declaration<?> entry, Refusal refusal) {
        assertThat(errors(entry, refusal.example())).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo(refusal.field());
            assertThat(error.accepted()).contains(refusal.accepted(), refusal.when(), refusal.why());
            assertThat(error.found()).isNotEqualTo("null");
        });
        assertThat(errors(entry, without(refusal.example(), refusal.field()))).isEmpty();
    }

    private static List<FieldError> errors(Declaration<?> entry, Map<String, Object> options) {
        var refused = catchThrowableOfType(
                InvalidInputException.class, () -> entry.options().read(options));
        return refused == null ? List.of() : refused.errors();
    }

    private static Map<String, Object> without(Map<String, Object> object, String path) {
        var rest = new LinkedHashMap<>(object);
        int dot = path.indexOf('.');
        if (dot < 0) {
            rest.remove(path);
        } else {
            rest.computeIfPresent(
                    path.substring(0, dot), (name, inner) -> without(asObject(inner), path.substring(dot + 1)));
        }
        return rest;
    }

    private static Map<String, Object> asObject(Object value) {
        var object = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) value).forEach((name, inner) -> object.put((String) name, inner));
        return object;
    }

    @Test
    void refusals_are_part_of_the_catalogue() {
        var rkhs = json(Catalogue.asMap()).at("/formulations/0/refused");

        assertThat(rkhs).hasSizeGreaterThan(4).allSatisfy(refused -> assertThat(refused.propertyNames())
                .containsExactly("field", "when", "why", "accepted", "example"));
        assertThat(rkhs.findValuesAsString("field")).contains("kernel", "embedding.sigma", "estimator");
    }
}

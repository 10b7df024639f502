package io.kernelign.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.acceptance.platform.Jobs;
import io.kernelign.acceptance.platform.Platform;
import io.kernelign.acceptance.platform.SharedPlatform;
import io.kernelign.acceptance.platform.TinyModel;
import io.kernelign.acceptance.platform.TinyPairs;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the platform says of objectives is what it accepts and refuses. */
@ExtendWith(SharedPlatform.class)
@TestInstance(Lifecycle.PER_CLASS)
class CatalogueTest {

    /** Where the objects of a family stand in an objective, and what stands beside them. */
    private record Place(String field, Map<String, Object> beside) {

        Map<String, Object> objective(Map<String, Object> entry) {
            var objective = new LinkedHashMap<>(beside);
            if (field.isEmpty()) {
                objective.putAll(entry);
            } else {
                objective.put(field, entry);
            }
            return objective;
        }

        String path(String inner) {
            return "objective." + (field.isEmpty() ? "" : field + ".") + inner;
        }
    }

    private static final Map<String, Place> PLACES = Map.of(
            "formulations", new Place("", Map.of()),
            "kernels", new Place("kernel", Map.of()),
            "paperKernels", new Place("kernel", Map.of("formulation", "paper")),
            "links", new Place("link", Map.of()),
            "implicits", new Place("implicit", Map.of()),
            "divergences", new Place("divergence", Map.of()));

    private final Platform platform;
    private final Jobs jobs;
    private JsonNode catalogue;
    private String dataset;

    CatalogueTest(Platform platform) {
        this.platform = platform;
        this.jobs = new Jobs(platform.http());
    }

    @BeforeAll
    void ask() {
        catalogue = platform.http().get("/api/v1/objectives").json();
        dataset = jobs.upload("", TinyPairs.rows());
    }

    @Test
    void it_has_every_family_and_each_entry_its_formula_and_parameters() {
        assertThat(catalogue.propertyNames()).containsAll(PLACES.keySet());
        catalogue.forEach(
                family -> assertThat(family).isNotEmpty().allSatisfy(entry -> assertThat(entry.propertyNames())
                        .containsExactly("name", "sentence", "formula", "source", "parameters", "refused")));
    }

    @TestFactory
    Stream<DynamicTest> every_name_is_accepted_with_nothing_but_defaults() {
        return PLACES.entrySet().stream()
                .flatMap(family -> catalogue.get(family.getKey()).valueStream().map(entry -> {
                    var title = family.getKey() + " " + name(entry);
                    var objective = family.getValue().objective(named(family.getKey(), entry, Map.of()));
                    return DynamicTest.dynamicTest(title, () -> assertThat(estimate(objective)
                                    .get("spec")
                                    .get("objective")
                                    .isObject())
                            .isTrue());
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_refusal_is_refused_at_its_field_and_says_why() {
        return PLACES.entrySet().stream()
                .flatMap(family -> catalogue.get(family.getKey()).valueStream().flatMap(entry -> entry.get("refused")
                        .valueStream()
                        .map(refused -> {
                            var title = family.getKey() + " " + name(entry) + ": " + refused.get("field") + " when "
                                    + refused.get("when");
                            return DynamicTest.dynamicTest(title, () -> assertRefused(family.getKey(), entry, refused));
                        })));
    }

    private void assertRefused(String family, JsonNode entry, JsonNode refused) {
        var place = PLACES.get(family);
        var example = plain(refused.get("example"));
        var errors = jobs.post("", spec(place.objective(named(family, entry, example))))
                .problem(400)
                .get("errors");

        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).get("field").asString())
                .isEqualTo(place.path(refused.get("field").asString()));
        assertThat(errors.get(0).get("message").asString())
                .contains(refused.get("when").asString(), refused.get("why").asString());
    }

    private static Map<String, Object> named(String family, JsonNode entry, Map<String, Object> parameters) {
        var object = new LinkedHashMap<String, Object>();
        object.put(family.equals("formulations") ? "formulation" : "name", name(entry));
        object.putAll(parameters);
        return object;
    }

    private static String name(JsonNode entry) {
        return entry.get("name").asString();
    }

    private static Map<String, Object> plain(JsonNode object) {
        var plain = new LinkedHashMap<String, Object>();
        object.propertyStream()
                .forEach(field ->
                        plain.put(field.getKey(), JsonMapper.shared().treeToValue(field.getValue(), Object.class)));
        return plain;
    }

    private JsonNode estimate(Map<String, Object> objective) {
        var answer = jobs.post("?dryRun=true", spec(objective));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private Map<String, Object> spec(Map<String, Object> objective) {
        return Map.of("model", TinyModel.NAME, "dataset", dataset, "objective", objective);
    }
}

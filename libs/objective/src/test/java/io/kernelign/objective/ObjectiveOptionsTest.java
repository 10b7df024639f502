package io.kernelign.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.objective.divergence.Divergences;
import io.kernelign.objective.kernel.Kernels;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectiveOptionsTest {

    @Test
    void without_any_choice_the_objective_is_dpo() {
        assertThat(Objective.TYPE.write(Objective.TYPE.read(Map.of())))
                .isEqualTo(Map.of(
                        "formulation", "rkhs_margin",
                        "beta", 0.1,
                        "implicit", Map.of("name", "reverse_kl"),
                        "sft", 0.0,
                        "link", Map.of("name", "sigmoid", "labelSmoothing", 0.0),
                        "kernel", Map.of("name", "none"),
                        "divergence", Map.of("name", "none")));
    }

    static Stream<Arguments> choices() {
        return Kernels.ALL.declarations().stream().flatMap(kernel -> Divergences.ALL.declarations().stream()
                .map(divergence -> Arguments.of(kernel.name(), divergence.name())));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void a_name_alone_stands_for_its_defaults_and_what_is_written_reads_the_same(String kernel, String divergence) {
        var objective = Objective.TYPE.read(Map.of("kernel", kernel, "divergence", divergence));
        var written = Objective.TYPE.write(objective);

        assertThat(Objective.TYPE.read(written)).isEqualTo(objective);
        assertThat(Objective.TYPE.read(
                        Map.of("kernel", Map.of("name", kernel), "divergence", Map.of("name", divergence))))
                .isEqualTo(objective);
        assertThat(written.containsKey("alpha")).isEqualTo(!divergence.equals("none"));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void a_job_changes_its_formulation_by_one_word(String kernel, String divergence) {
        var objective = Objective.TYPE.read(Map.of("formulation", "paper", "kernel", kernel, "divergence", divergence));
        var written = Objective.TYPE.write(objective);

        assertThat(objective).isInstanceOf(PaperForm.class);
        assertThat(written).containsEntry("formulation", "paper").containsEntry("logRatio", "mean");
        assertThat(Objective.TYPE.read(written)).isEqualTo(objective);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rkhs_margin", "paper"})
    void a_semantic_signal_is_written_as_it_is_read_and_its_weight_depends_on_the_source(String formulation) {
        for (var source : List.of("external", "policy")) {
            var objective = Objective.TYPE.read(
                    Map.of("formulation", formulation, "kernel", "rbf", "embedding", Map.of("source", source)));
            var written = Objective.TYPE.write(objective);

            assertThat(Objective.TYPE.read(written)).isEqualTo(objective);
            assertThat(((Map<?, ?>) written.get("embedding")).get("gamma"))
                    .isEqualTo(source.equals("external") ? 0.3 : 0.1);
        }
    }

    @Test
    void the_parameters_of_the_kernels_inside_a_mixture_are_theirs() {
        var written = Objective.TYPE.write(Objective.TYPE.read(Map.of(
                "kernel",
                Map.of(
                        "name", "hmk",
                        "rbf", Map.of("margin", Map.of("sigma", 2)),
                        "polynomial", Map.of("d", 3),
                        "weights", Map.of("eta", 0.1)))));

        assertThat((Map<?, ?>) written.get("kernel"))
                .isEqualTo(Map.of(
                        "name", "hmk",
                        "rbf", Map.of("margin", Map.of("sigma", 2.0, "learn", false)),
                        "polynomial", Map.of("c", 1.0, "d", 3, "learn", false),
                        "spectral",
                                Map.of(
                                        "l", List.of(0.05, 0.2, 0.8),
                                        "o", List.of(0.1, 0.3, 0.6),
                                        "w", List.of(1 / 3.0, 1 / 3.0, 1 / 3.0),
                                        "scale", 1.0,
                                        "learn", false),
                        "mahalanobis", Map.of("ema", 0.98, "floor", 0.25),
                        "weights",
                                Map.of(
                                        "eta", 0.1,
                                        "learningRate", 0.03,
                                        "learnOn", Map.of("name", "training"))));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        Map.of("kernel", "rfb"),
                        "kernel",
                        "none, polynomial, rbf, spectral, mahalanobis, mixture, hmk"),
                mistake(Map.of("kernel", Map.of("name", "rfb")), "kernel.name", "none, polynomial, rbf"),
                mistake(Map.of("kernel", Map.of("margin", 1)), "kernel.name", "one of none"),
                mistake(Map.of("kernel", 3), "kernel", "or an object with that name"),
                mistake(Map.of("kernel", Map.of("name", "rbf", "sigma", 1)), "kernel.sigma", "margin"),
                mistake(Map.of("kernel", Map.of("name", "rbf", "weights", Map.of())), "kernel.weights", "margin"),
                mistake(Map.of("kernel", Map.of("name", "none", "eta", 1)), "kernel.eta", "none"),
                mistake(
                        Map.of("kernel", Map.of("name", "rbf", "margin", Map.of("sigma", 0))),
                        "kernel.margin.sigma",
                        "from 0.001 to 1000000"),
                mistake(Map.of("kernel", Map.of("name", "polynomial", "d", 6)), "kernel.d", "from 1 to 5"),
                mistake(Map.of("kernel", Map.of("name", "polynomial", "c", 0.05)), "kernel.c", "from 0.1"),
                mistake(
                        Map.of("kernel", Map.of("name", "hmk", "polynomial", Map.of("d", 2.5))),
                        "kernel.polynomial.d",
                        "whole"),
                mistake(
                        Map.of("kernel", Map.of("name", "spectral", "w", List.of(0.5, 0.2, 0.2))),
                        "kernel.w",
                        "numbers that sum to 1"),
                mistake(
                        Map.of("kernel", Map.of("name", "spectral", "l", List.of(1, 2))),
                        "kernel.o",
                        "as many numbers as l, because"),
                mistake(
                        Map.of("kernel", Map.of("name", "mixture", "weights", Map.of("eta", -1))),
                        "kernel.weights.eta",
                        "from 0"),
                mistake(
                        Map.of("link", Map.of("name", "sigmoid", "labelSmoothing", 0.6)),
                        "link.labelSmoothing",
                        "from 0 to 0.5"),
                mistake(Map.of("link", "hing"), "link", "one of sigmoid, hinge, ipo"),
                mistake(Map.of("link", "nca_pair", "kernel", "rbf"), "kernel", "none, because link scores"),
                mistake(Map.of("link", "aot", "implicit", "js"), "implicit", "reverse_kl, because link scores"),
                mistake(
                        Map.of("link", "apo_zero", "embedding", Map.of("source", "policy")),
                        "embedding",
                        "nothing, because link scores"),
                mistake(Map.of("implicit", Map.of("name", "alpha", "order", 3)), "implicit.order", "from 0 to 2"),
                mistake(Map.of("divergence", Map.of("name", "kl", "order", 2)), "divergence.order", "none"),
                mistake(Map.of("divergence", Map.of("name", "renyi", "order", 0)), "divergence.order", "above 0"),
                mistake(Map.of("alpha", 0.1), "alpha", "because divergence is none"),
                mistake(Map.of("divergence", "kl", "alpha", -0.1), "alpha", "from 0"),
                mistake(Map.of("estimator", "full"), "estimator", "because divergence is none"),
                mistake(Map.of("embedding", Map.of()), "embedding.source", "one of external, policy"),
                mistake(
                        Map.of("kernel", "polynomial", "embedding", Map.of("source", "policy", "sigma", 2)),
                        "embedding.sigma",
                        "nothing, because kernel is neither rbf"),
                mistake(
                        Map.of("kernel", "rbf", "embedding", Map.of("source", "external", "explainedVariance", 0.5)),
                        "embedding.explainedVariance",
                        "nothing, because kernel is neither spectral"),
                mistake(
                        Map.of(
                                "formulation", "paper",
                                "kernel", "hmk",
                                "embedding", Map.of("source", "policy", "mu", 1)),
                        "embedding.mu",
                        "nothing, because kernel is neither mahalanobis nor mixture"),
                mistake(
                        Map.of("kernel", Map.of("name", "hmk", "rbf", Map.of("margin", Map.of("learningRate", 0.1)))),
                        "kernel.rbf.margin.learningRate",
                        "nothing, because learn is false"),
                mistake(Map.of("formulation", "paper", "beta", 0.1), "beta", "because divergence is none"),
                mistake(Map.of("formulation", "paper", "link", "sigmoid"), "link", "direction, logRatio"),
                mistake(Map.of("direction", "minimize"), "direction", "beta, implicit, link"),
                mistake(Map.of("beta", 0), "beta", "above 0"),
                mistake(Map.of("beta", Double.NaN), "beta", "above 0"),
                mistake(Map.of("formulation", "dpo"), "formulation", "one of rkhs_margin, paper"),
                mistake(Map.of("gama", 1), "gama", "beta, implicit, link, kernel, embedding, sft, divergence, alpha"));
    }

    private static Arguments mistake(Map<String, Object> options, String field, String accepted) {
        return Arguments.of(options, field, accepted);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_named_with_its_field_and_what_is_accepted(
            Map<String, Object> options, String field, String accepted) {
        var refusal = catchThrowableOfType(InvalidInputException.class, () -> Objective.TYPE.read(options));

        assertThat(refusal.errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.accepted()).contains(accepted);
            assertThat(error.message()).startsWith(field);
        });
    }

    @Test
    void all_mistakes_are_reported_at_once() {
        var refusal = catchThrowableOfType(
                InvalidInputException.class,
                () -> Objective.TYPE.read(Map.of(
                        "beta", -1, "kernel", Map.of("name", "polynomial", "c", 0, "d", 9), "divergence", "kll")));

        assertThat(refusal.errors())
                .extracting(FieldError::field)
                .containsExactly("beta", "kernel.c", "kernel.d", "divergence");
    }

    @Test
    void optimal_transport_is_not_sampled() {
        var refusal = catchThrowableOfType(
                InvalidInputException.class,
                () -> Objective.TYPE.read(Map.of("divergence", "wasserstein", "estimator", "sampled")));

        assertThat(refusal)
                .hasMessageContaining("estimator")
                .hasMessageContaining("full")
                .hasMessageContaining("wasserstein");
    }

    @Test
    void the_catalogue_tells_of_every_choice_and_its_parameters() {
        var catalogue = Catalogue.asMap();

        assertThat(names(catalogue, "kernels"))
                .containsExactly("none", "polynomial", "rbf", "spectral", "mahalanobis", "mixture", "hmk");
        assertThat(names(catalogue, "divergences"))
                .containsExactly(
                        "none",
                        "kl",
                        "forward_kl",
                        "jensen_shannon",
                        "hellinger",
                        "renyi",
                        "bhattacharyya",
                        "wasserstein",
                        "f",
                        "mixture");
        assertThat(names(catalogue, "links"))
                .contains("sigmoid", "hinge", "ipo", "exo_pair", "aot_unpaired")
                .hasSize(13);
        assertThat(names(catalogue, "formulations")).containsExactly("rkhs_margin", "paper");
        assertThat(((Map<?, ?>) ((List<?>) catalogue.get("formulations")).get(1))
                        .get("refused")
                        .toString())
                .contains("field=beta", "when=divergence is none", "why=beta would have no effect");
        assertThat(Kernels.ALL
                        .declarations()
                        .get(1)
                        .describe()
                        .get("parameters")
                        .toString())
                .contains("minimum=0.1", "default=1.0", "description=Offset");
    }

    private static List<String> names(Map<String, Object> catalogue, String family) {
        return ((List<?>) catalogue.get(family))
                .stream().map(entry -> (String) ((Map<?, ?>) entry).get("name")).toList();
    }
}

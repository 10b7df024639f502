package io.kernelign.alignment.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.alignment.Golden;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WeightedAlphaTest {

    private static final List<JsonNode> GOLDEN = Golden.elements(Golden.read("weighted-alpha"));

    @Test
    void each_matrix_equals_weightwatchers_row() {
        var rows = WeightedAlpha.of(goldenSpectra()).orElseThrow().matrices();

        assertThat(rows).hasSameSizeAs(GOLDEN);
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var golden = GOLDEN.get(i);
            assertThat(row.alpha()).as(row.name()).isCloseTo(golden.get("alpha").asDouble(), within(1e-2));
            assertThat(row.xmin()).isCloseTo(golden.get("xmin").asDouble(), within(1e-3 * row.xmin()));
            assertThat(row.distance()).isCloseTo(golden.get("distance").asDouble(), within(1e-3));
            assertThat(row.weightedAlpha())
                    .isCloseTo(golden.get("weightedAlpha").asDouble(), within(1e-2));
            assertThat(row.logAlphaNorm()).isCloseTo(golden.get("logAlphaNorm").asDouble(), within(1e-2));
        }
    }

    @Test
    void the_model_has_the_means_of_its_matrices() {
        var model = WeightedAlpha.of(goldenSpectra()).orElseThrow();

        assertThat(model.alphaHat()).isCloseTo(meanOf("weightedAlpha"), within(1e-2));
        assertThat(model.meanAlpha()).isCloseTo(meanOf("alpha"), within(1e-2));
        assertThat(model.logAlphaNorm()).isCloseTo(meanOf("logAlphaNorm"), within(1e-2));
        assertThat(model.outside()).isEqualTo(3.0 / 7);
        assertThat(model.notFitted()).isEmpty();
    }

    @Test
    void the_papers_other_normalisation_weighs_eigenvalues_by_their_law() {
        var spectrum = new MatrixSpectrum(
                "w", IntStream.rangeClosed(1, 40).mapToDouble(i -> i).toArray());

        var row = WeightedAlpha.of(List.of(spectrum)).orElseThrow().matrices().get(0);

        double weights = 0;
        double sum = 0;
        for (double x : spectrum.eigenvalues()) {
            weights += Math.pow(x, -row.alpha());
            sum += Math.pow(x, -row.alpha()) * Math.log10(x);
        }
        assertThat(row.alphaW()).isCloseTo(sum / weights, within(1e-12));
    }

    @Test
    void the_exponent_of_a_sample_from_a_power_law_is_recovered() {
        var random = new SplittableRandom(1);
        var sample = random.doubles(2_000).map(u -> Math.pow(1 - u, -1 / 1.5)).toArray();

        assertThat(PowerLawFit.of(sample).orElseThrow().alpha()).isCloseTo(2.5, within(0.1));
    }

    @Test
    void a_matrix_with_fewer_than_20_nonzero_eigenvalues_is_named_and_left_out() {
        var small = new MatrixSpectrum("tiny", new double[] {3, 2, 1});
        var zero = new MatrixSpectrum("zero", new double[100]);

        var model =
                WeightedAlpha.of(List.of(small, goldenSpectra().get(0), zero)).orElseThrow();

        assertThat(model.notFitted()).containsExactly("tiny", "zero");
        assertThat(model.matrices()).hasSize(1);
        assertThat(WeightedAlpha.of(List.of(small, zero))).isEmpty();
    }

    @Test
    void singular_values_are_squared() {
        assertThat(MatrixSpectrum.ofSingularValues("w", new float[] {3, 0.5f}).eigenvalues())
                .containsExactly(9, 0.25);
    }

    @Test
    void drift_is_measured_over_the_matrices_that_were_fitted_both_times() {
        var before = WeightedAlpha.of(goldenSpectra().subList(0, 3)).orElseThrow();
        var changed = new MatrixSpectrum("mlp.gate_proj", goldenSpectra().get(2).eigenvalues());
        var after = WeightedAlpha.of(List.of(goldenSpectra().get(0), changed)).orElseThrow();

        var drift = AlphaDrift.between(before, after);

        double moved =
                before.matrices().get(2).alpha() - before.matrices().get(1).alpha();
        assertThat(drift.mostMoved()).isEqualTo("mlp.gate_proj");
        assertThat(drift.mostMovedBy()).isCloseTo(moved, within(1e-12));
        assertThat(drift.meanAlpha()).isCloseTo(moved / 2, within(1e-12));
        assertThat(AlphaDrift.between(before, before).alphaHat()).isZero();
    }

    @Test
    void drift_between_models_without_a_common_matrix_is_refused() {
        var one = WeightedAlpha.of(goldenSpectra().subList(0, 1)).orElseThrow();
        var other = WeightedAlpha.of(goldenSpectra().subList(1, 2)).orElseThrow();

        assertThatThrownBy(() -> AlphaDrift.between(one, other))
                .hasMessage("no weight matrix was fitted both before and after");
    }

    private static List<MatrixSpectrum> goldenSpectra() {
        return GOLDEN.stream()
                .map(row -> new MatrixSpectrum(row.get("name").asString(), Golden.doubles(row.get("eigenvalues"))))
                .toList();
    }

    private static double meanOf(String figure) {
        return GOLDEN.stream()
                .mapToDouble(row -> row.get(figure).asDouble())
                .average()
                .orElseThrow();
    }
}

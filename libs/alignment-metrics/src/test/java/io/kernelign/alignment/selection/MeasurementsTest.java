package io.kernelign.alignment.selection;

import static io.kernelign.alignment.selection.SelectionMetric.KURTOSIS;
import static io.kernelign.alignment.selection.SelectionMetric.SMOOTHNESS;
import static io.kernelign.alignment.selection.SelectionMetric.SUPPORT_OVERLAP;
import static io.kernelign.alignment.selection.SelectionMetric.TAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.alignment.Golden;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class MeasurementsTest {

    static Stream<JsonNode> cases() {
        return Golden.elements(Golden.read("selection-metrics")).stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_metric_equals_numpys(JsonNode golden) {
        var pairs = PairDistances.of(
                Golden.floats(golden.get("toChosen")),
                Golden.floats(golden.get("toRejected")),
                Golden.floats(golden.get("between")));

        var measured = Measurements.of(pairs, golden.get("seed").asLong());

        for (var metric : SelectionMetric.values()) {
            var measurement = measured.byMetric().get(metric);
            assertThat(measurement.value().getAsDouble())
                    .as(metric.key())
                    .isCloseTo(golden.get("value").get(metric.key()).asDouble(), within(1e-6));
            assertThat(measurement.raw().isPresent())
                    .as("raw " + metric.key())
                    .isEqualTo(golden.get("raw").has(metric.key()));
            measurement.raw().ifPresent(raw -> assertThat(raw)
                    .as("raw " + metric.key())
                    .isCloseTo(golden.get("raw").get(metric.key()).asDouble(), within(1e-6)));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void intervals_and_standard_errors_over_the_same_resamples_equal_numpys(JsonNode golden) {
        var pairs = PairDistances.of(
                Golden.floats(golden.get("toChosen")),
                Golden.floats(golden.get("toRejected")),
                Golden.floats(golden.get("between")));
        var expected = golden.get("bootstrap");

        var bootstrap = Bootstrap.of(
                pairs, expected.get("resamples").asInt(), golden.get("seed").asLong());

        for (var metric : SelectionMetric.values()) {
            var values = expected.get("of").get(metric.key());
            var interval = bootstrap.interval(metric).orElseThrow();
            assertThat(interval.low())
                    .as("low end of " + metric.key())
                    .isCloseTo(values.get("low").asDouble(), within(1e-6));
            assertThat(interval.high())
                    .as("high end of " + metric.key())
                    .isCloseTo(values.get("high").asDouble(), within(1e-6));
            assertThat(bootstrap.standardError(metric).orElseThrow())
                    .as("standard error of " + metric.key())
                    .isCloseTo(values.get("error").asDouble(), within(1e-6));
        }
    }

    @Test
    void distances_of_embeddings_of_any_length_equal_numpys() {
        var golden = cases().filter(each -> each.has("prompt")).findFirst().orElseThrow();
        var pairs = PairDistances.of(golden.get("prompt").size(), 6, (pair, prompt, chosen, rejected) -> {
            copy(golden.get("prompt").get(pair), prompt);
            copy(golden.get("chosen").get(pair), chosen);
            copy(golden.get("rejected").get(pair), rejected);
        });

        for (int i = 0; i < pairs.size(); i++) {
            assertThat(pairs.toChosen(i))
                    .isCloseTo(golden.get("toChosen").get(i).asDouble(), within(1e-7));
            assertThat(pairs.toRejected(i))
                    .isCloseTo(golden.get("toRejected").get(i).asDouble(), within(1e-7));
            assertThat(pairs.between(i)).isCloseTo(golden.get("between").get(i).asDouble(), within(1e-7));
        }
    }

    @Test
    void distances_that_are_all_the_same_say_nothing() {
        var same = new float[50];
        Arrays.fill(same, 0.7f);

        var measured = Measurements.of(PairDistances.of(same, same, same), 1);

        assertThat(SelectionMetric.values())
                .allMatch(metric -> measured.value(metric).isEmpty());
    }

    @Test
    void no_pair_says_nothing() {
        var measured = Measurements.of(noise(0), 1);

        assertThat(SelectionMetric.values())
                .allMatch(metric -> measured.value(metric).isEmpty());
    }

    @Test
    void differences_that_are_all_the_same_have_no_kurtosis() {
        var far = new float[30];
        var near = new float[30];
        Arrays.fill(far, 0.75f);
        Arrays.fill(near, 0.25f);

        var measured = Measurements.of(PairDistances.of(near, far, far), 1);

        assertThat(measured.value(KURTOSIS)).isEmpty();
        assertThat(measured.value(TAT)).hasValue(0.75);
    }

    @Test
    void fewer_pairs_than_windows_have_no_smoothness() {
        assertThat(Measurements.of(noise(19), 1).value(SMOOTHNESS)).isEmpty();
        assertThat(Measurements.of(noise(20), 1).value(SMOOTHNESS)).isNotEmpty();
    }

    @Test
    void a_single_pair_has_no_support_overlap() {
        assertThat(Measurements.of(noise(1), 1).value(SUPPORT_OVERLAP)).isEmpty();
    }

    @Test
    void two_samples_of_one_distribution_overlap_fully_however_few_they_are() {
        assertThat(overlap(50).raw().getAsDouble()).isLessThan(0.75);
        assertThat(overlap(5_000).raw().getAsDouble()).isGreaterThan(0.9);
        assertThat(overlap(50).value().getAsDouble()).isGreaterThan(0.85);
        assertThat(overlap(5_000).value().getAsDouble()).isGreaterThan(0.95);
    }

    @Test
    void the_same_seed_gives_the_same_figures_and_another_one_others() {
        var pairs = noise(100);

        assertThat(Measurements.of(pairs, 3)).isEqualTo(Measurements.of(pairs, 3));
        assertThat(Measurements.of(pairs, 3)).isNotEqualTo(Measurements.of(pairs, 4));
    }

    @Test
    void an_embedding_without_direction_is_refused() {
        assertThatThrownBy(() -> PairDistances.of(1, 2, (pair, prompt, chosen, rejected) -> {
                    prompt[0] = 1;
                    rejected[1] = 1;
                }))
                .hasMessage("an embedding of pair 0 has no direction");
    }

    @Test
    void the_same_embedding_has_no_distance_from_itself_whatever_it_is() {
        var random = new SplittableRandom(5);
        var pairs = PairDistances.of(500, 7, (pair, prompt, chosen, rejected) -> {
            for (int i = 0; i < prompt.length; i++) {
                prompt[i] = (float) random.nextDouble(-1, 1);
                chosen[i] = prompt[i];
                rejected[i] = -prompt[i];
            }
        });

        for (int i = 0; i < pairs.size(); i++) {
            assertThat(pairs.toChosen(i)).isZero();
            assertThat(pairs.toRejected(i)).isEqualTo(2);
        }
    }

    @Test
    void ever_more_pairs_than_are_sorted_at_once_are_measured_alike() {
        var few = noise(3_000);
        var many = noise(300_000);

        assertThat(Measurements.of(many, 1).value(SMOOTHNESS).getAsDouble()).isCloseTo(0, within(0.01));
        assertThat(change(many) / change(few)).isCloseTo(Math.sqrt(3_000.0 / 300_000), within(0.02));
    }

    private static double change(PairDistances pairs) {
        return Measurements.of(pairs, 1).byMetric().get(SMOOTHNESS).raw().getAsDouble();
    }

    private static void copy(JsonNode vector, float[] into) {
        System.arraycopy(Golden.floats(vector), 0, into, 0, into.length);
    }

    private static Measurement overlap(int pairs) {
        return Measurements.of(noise(pairs), 1).byMetric().get(SUPPORT_OVERLAP);
    }

    private static PairDistances noise(int pairs) {
        var random = new SplittableRandom(pairs);
        return PairDistances.of(floats(random, pairs), floats(random, pairs), floats(random, pairs));
    }

    private static float[] floats(SplittableRandom random, int count) {
        var floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = (float) random.nextDouble();
        }
        return floats;
    }
}

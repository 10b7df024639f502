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
        var pairs = new PairDistances(
                Golden.doubles(golden.get("toChosen")),
                Golden.doubles(golden.get("toRejected")),
                Golden.doubles(golden.get("between")));

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
        var pairs = new PairDistances(
                Golden.doubles(golden.get("toChosen")),
                Golden.doubles(golden.get("toRejected")),
                Golden.doubles(golden.get("between")));
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
        var collector = new PairDistanceCollector();
        for (int i = 0; i < golden.get("prompt").size(); i++) {
            collector.add(
                    Golden.floats(golden.get("prompt").get(i)),
                    Golden.floats(golden.get("chosen").get(i)),
                    Golden.floats(golden.get("rejected").get(i)));
        }
        var pairs = collector.distances();

        for (int i = 0; i < pairs.size(); i++) {
            assertThat(pairs.toChosen(i))
                    .isCloseTo(golden.get("toChosen").get(i).asDouble(), within(1e-12));
            assertThat(pairs.toRejected(i))
                    .isCloseTo(golden.get("toRejected").get(i).asDouble(), within(1e-12));
            assertThat(pairs.between(i)).isCloseTo(golden.get("between").get(i).asDouble(), within(1e-12));
        }
    }

    @Test
    void distances_that_are_all_the_same_say_nothing() {
        var same = new double[50];
        Arrays.fill(same, 0.7);

        var measured = Measurements.of(new PairDistances(same, same, same), 1);

        assertThat(SelectionMetric.values())
                .allMatch(metric -> measured.value(metric).isEmpty());
    }

    @Test
    void no_pair_says_nothing() {
        var measured = Measurements.of(new PairDistanceCollector().distances(), 1);

        assertThat(SelectionMetric.values())
                .allMatch(metric -> measured.value(metric).isEmpty());
    }

    @Test
    void differences_that_are_all_the_same_have_no_kurtosis() {
        var far = new double[30];
        var near = new double[30];
        Arrays.fill(far, 0.75);
        Arrays.fill(near, 0.25);

        var measured = Measurements.of(new PairDistances(near, far, far), 1);

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
        var collector = new PairDistanceCollector();

        assertThatThrownBy(() -> collector.add(new float[] {1, 0}, new float[] {0, 0}, new float[] {0, 1}))
                .hasMessage("an embedding of length 0.0 has no direction");
    }

    private static Measurement overlap(int pairs) {
        return Measurements.of(noise(pairs), 1).byMetric().get(SUPPORT_OVERLAP);
    }

    private static PairDistances noise(int pairs) {
        var random = new SplittableRandom(pairs);
        return new PairDistances(
                random.doubles(pairs).toArray(),
                random.doubles(pairs).toArray(),
                random.doubles(pairs).toArray());
    }
}

package io.kernelign.alignment.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookTest {

    private static final Set<String> KERNELS = Set.of("rbf", "polynomial", "mahalanobis", "spectral", "hmk");
    private static final Set<String> DIVERGENCES =
            Set.of("kl", "jensen_shannon", "hellinger", "renyi", "bhattacharyya", "wasserstein");

    private final RuleBook paper = RuleBook.paper();

    @ParameterizedTest
    @CsvSource({
        "0.2, 0.6, 0.29, 0.1, rbf",
        "0.2, 0.5, 0.29, 0.1, hmk",
        "0.2, 0.6, 0.30, 0.1, hmk",
        "-0.09, 0.6, 0.4, -0.04, polynomial",
        "-0.11, 0.6, 0.4, -0.04, hmk",
        "0.09, 0.1, 0.4, 0.05, mahalanobis",
        "0.09, 0.2, 0.4, 0.05, hmk",
        "-0.5, 0.3, 0.71, 0.2, spectral",
        "0.1, 0.3, 0.71, 0.2, hmk",
    })
    void the_first_kernel_rule_of_section_5_1_that_holds_decides(
            double pnd, double pnav, double tat, double nag, String kernel) {
        var data = data(Map.of(
                SelectionMetric.PND, pnd,
                SelectionMetric.PNAV, pnav,
                SelectionMetric.TAT, tat,
                SelectionMetric.NAG, nag));

        assertThat(paper.kernel().decide(data, KERNELS).choice()).isEqualTo(kernel);
    }

    @ParameterizedTest
    @CsvSource({
        "0.61, 0.5, 4, 0, bhattacharyya",
        "0.60, 0.31, 4, 0, wasserstein",
        "0.60, 0.30, 3.1, 0, renyi",
        "0.39, 0.30, 3.0, 0, jensen_shannon",
        "0.40, 0.30, 3.0, 0.09, hellinger",
        "0.40, 0.30, 3.0, 0.10, kl",
    })
    void the_first_divergence_rule_of_section_5_2_that_holds_decides(
            double overlap, double drift, double kurtosis, double smoothness, String divergence) {
        var data = divergenceData(overlap, drift, kurtosis, smoothness);

        assertThat(paper.divergence().decide(data, DIVERGENCES).choice()).isEqualTo(divergence);
    }

    @Test
    void the_trace_ends_with_the_rule_that_decided_and_quotes_values_and_thresholds() {
        var decision = paper.divergence().decide(divergenceData(0.5, 0.12345, 3.5, 0), DIVERGENCES);

        assertThat(decision.trace())
                .extracting(each -> each.rule().choice(), each -> each.rule().text(), AppliedRule::values)
                .containsExactly(
                        tuple("bhattacharyya", "support overlap > 0.6", "support overlap = 0.5000"),
                        tuple("wasserstein", "drift > 0.3", "drift = 0.1235"),
                        tuple("renyi", "kurtosis > 3", "kurtosis = 3.5000"));
        assertThat(decision.trace()).extracting(AppliedRule::fired).containsExactly(false, false, true);
        assertThat(decision.decisive()).contains(decision.trace().get(2));
    }

    @Test
    void conditions_near_zero_are_written_with_bars() {
        assertThat(paper.kernel().rules().get(1).text()).isEqualTo("|NAG| < 0.05 and |PND| < 0.1");
    }

    @Test
    void a_rule_for_something_that_is_not_offered_is_kept_in_the_trace_and_passed_over() {
        var data = divergenceData(0.5, 0.4, 3.5, 0);

        var decision = paper.divergence().decide(data, Set.of("kl", "renyi"));

        assertThat(decision.choice()).isEqualTo("renyi");
        assertThat(decision.passedOver())
                .extracting(each -> each.rule().choice())
                .containsExactly("wasserstein");
    }

    @Test
    void when_no_rule_holds_nothing_is_decisive() {
        var decision = paper.kernel().decide(data(Map.of()), KERNELS);

        assertThat(decision.choice()).isEqualTo("hmk");
        assertThat(decision.trace()).hasSize(4);
        assertThat(decision.decisive()).isEmpty();
        assertThat(decision.trace().get(0).values()).isEqualTo("PNAV cannot be said, TAT cannot be said");
    }

    @Test
    void what_stands_for_no_rule_must_be_offered() {
        assertThatThrownBy(() -> paper.divergence().decide(data(Map.of()), Set.of("renyi")))
                .hasMessage("kl must be offered; offered are [renyi]");
    }

    private static Measurements divergenceData(double overlap, double drift, double kurtosis, double smoothness) {
        return data(Map.of(
                SelectionMetric.SUPPORT_OVERLAP, overlap,
                SelectionMetric.DRIFT, drift,
                SelectionMetric.KURTOSIS, kurtosis,
                SelectionMetric.SMOOTHNESS, smoothness));
    }

    private static Measurements data(Map<SelectionMetric, Double> values) {
        var byMetric = new EnumMap<SelectionMetric, Measurement>(SelectionMetric.class);
        for (var metric : SelectionMetric.values()) {
            var value = values.get(metric);
            byMetric.put(metric, Measurement.of(value == null ? OptionalDouble.empty() : OptionalDouble.of(value)));
        }
        return new Measurements(byMetric);
    }

    @Test
    void with_relative_thresholds_high_is_the_upper_third_and_low_the_lower_third_of_the_collection() {
        var collection = IntStream.rangeClosed(0, 30)
                .mapToObj(i -> data(Map.of(
                        SelectionMetric.PND, -0.3 + 0.02 * i,
                        SelectionMetric.PNAV, 0.1 * i,
                        SelectionMetric.TAT, 0.3 + 0.01 * i,
                        SelectionMetric.NAG, -0.15 + 0.01 * i,
                        SelectionMetric.SUPPORT_OVERLAP, 0.7 + 0.01 * i,
                        SelectionMetric.DRIFT, 0.02 * i,
                        SelectionMetric.KURTOSIS, 3 + 0.1 * i,
                        SelectionMetric.SMOOTHNESS, i < 15 ? 0 : 0.01 * i)))
                .toList();

        var book = RuleBook.relative(Reference.of(collection));

        assertThat(book.thresholds()).isEqualTo("relative");
        assertThat(rounded(book.kernel()))
                .containsExactly(
                        "rbf: PNAV > 2 and TAT < 0.4",
                        "polynomial: |NAG| < 0.05 and |PND| < 0.1",
                        "mahalanobis: NAG > 0 and PNAV < 1",
                        "spectral: TAT > 0.5 and PND < -0.1");
        assertThat(rounded(book.divergence()))
                .containsExactly(
                        "bhattacharyya: support overlap > 0.9",
                        "wasserstein: drift > 0.4",
                        "renyi: kurtosis > 5",
                        "jensen_shannon: support overlap < 0.8 and kurtosis <= 5",
                        "hellinger: smoothness <= 0 and kurtosis <= 5");
    }

    private static List<String> rounded(RuleList rules) {
        return rules.rules().stream()
                .map(rule -> rule.choice() + ": "
                        + rule.conditions().stream()
                                .map(each -> new Condition(
                                                each.metric(),
                                                each.comparison(),
                                                Math.round(1e6 * each.threshold()) / 1e6)
                                        .text())
                                .collect(Collectors.joining(" and ")))
                .toList();
    }
}

package io.kernelign.alignment.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class CandidatesTest {

    private static final RuleBook RULES = RuleBook.paper();

    @Test
    void every_kernel_stands_beside_every_divergence_once() {
        var all = Candidates.ranked(RULES, data(Map.of()));

        assertThat(new LinkedHashSet<>(all)).hasSize(42);
        assertThat(all)
                .extracting(Candidate::kernel)
                .contains("none", "hmk", "rbf", "polynomial", "spectral", "mahalanobis");
        assertThat(all)
                .extracting(Candidate::divergence)
                .contains("kl", "f", "renyi", "hellinger", "bhattacharyya", "wasserstein", "jensen_shannon");
    }

    @Test
    void what_has_no_rule_comes_last_and_without_a_score() {
        var all = Candidates.ranked(RULES, data(Map.of()));

        assertThat(all.subList(0, 30)).allMatch(each -> each.score().isPresent());
        assertThat(all.subList(30, 42))
                .allMatch(each -> each.score().isEmpty())
                .allMatch(each ->
                        each.kernel().equals("none") || each.divergence().equals("f"));
    }

    @Test
    void the_candidate_whose_rules_hold_far_beyond_their_standard_errors_is_first_with_a_score_near_1() {
        var data = data(Map.of(
                SelectionMetric.PND, List.of(0.5, 0.01),
                SelectionMetric.PNAV, List.of(0.9, 0.01),
                SelectionMetric.TAT, List.of(0.1, 0.01),
                SelectionMetric.NAG, List.of(-0.3, 0.01),
                SelectionMetric.SUPPORT_OVERLAP, List.of(0.5, 0.001),
                SelectionMetric.DRIFT, List.of(0.1, 0.001),
                SelectionMetric.KURTOSIS, List.of(5., 0.01),
                SelectionMetric.SMOOTHNESS, List.of(0.4, 0.001)));

        var best = Candidates.ranked(RULES, data).get(0);

        assertThat(best.kernel()).isEqualTo("rbf");
        assertThat(best.divergence()).isEqualTo("renyi");
        assertThat(best.score().orElseThrow()).isCloseTo(1, within(1e-6));
    }

    @Test
    void on_a_threshold_a_rule_holds_by_half_and_what_stands_for_no_rule_by_what_the_others_leave() {
        var scores = RULES.kernel()
                .scores(data(Map.of(
                        SelectionMetric.PNAV, List.of(0.5, 0.1),
                        SelectionMetric.TAT, List.of(0.3, 0.1),
                        SelectionMetric.NAG, List.of(-9., 0.1),
                        SelectionMetric.PND, List.of(9., 0.1))));

        assertThat(scores.get("rbf")).isCloseTo(0.25, within(1e-9));
        assertThat(scores.get("hmk")).isCloseTo(0.75, within(1e-9));
        assertThat(scores.keySet()).containsExactly("rbf", "polynomial", "mahalanobis", "spectral", "hmk");
    }

    @Test
    void a_metric_without_error_holds_wholly_or_not_at_all_and_one_that_cannot_say_never() {
        var sure = data(Map.of(SelectionMetric.PNAV, List.of(0.51, 0.), SelectionMetric.TAT, List.of(0.29, 0.)));

        assertThat(RULES.kernel().scores(sure)).containsEntry("rbf", 1.0).containsEntry("hmk", 0.0);
        assertThat(RULES.kernel().scores(data(Map.of())))
                .containsEntry("rbf", 0.0)
                .containsEntry("hmk", 1.0);
    }

    /** Metrics with a value and a standard error; the others cannot say. */
    private static Bootstrap data(Map<SelectionMetric, List<Double>> figures) {
        return new Bootstrap(
                measurements(figures, 0),
                DoubleStream.of(-1, 1)
                        .mapToObj(sign -> measurements(figures, sign))
                        .toList());
    }

    private static Measurements measurements(Map<SelectionMetric, List<Double>> figures, double errors) {
        var byMetric = new EnumMap<SelectionMetric, Measurement>(SelectionMetric.class);
        for (var metric : SelectionMetric.values()) {
            var figure = figures.get(metric);
            byMetric.put(
                    metric,
                    Measurement.of(
                            figure == null
                                    ? OptionalDouble.empty()
                                    : OptionalDouble.of(figure.get(0) + errors * figure.get(1))));
        }
        return new Measurements(byMetric);
    }
}

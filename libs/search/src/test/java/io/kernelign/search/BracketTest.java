package io.kernelign.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BracketTest {

    private static List<List<Integer>> trials(List<Bracket> brackets) {
        return brackets.stream()
                .map(bracket -> bracket.rungs().stream().map(Rung::trials).toList())
                .toList();
    }

    /** Li et al. 2018, Table 1. */
    @Test
    void hyperband_has_the_published_brackets_for_81_units_and_an_eta_of_3() {
        var brackets = Bracket.hyperband(3, 5);

        assertThat(trials(brackets))
                .containsExactly(
                        List.of(81, 27, 9, 3, 1), List.of(34, 11, 3, 1), List.of(15, 5, 1), List.of(8, 2), List.of(5));
        assertThat(brackets.get(0).rungs().stream().map(rung -> 81 * rung.share()))
                .containsExactly(1.0, 3.0, 9.0, 27.0, 81.0);
        assertThat(brackets.get(2).rungs().stream().map(rung -> 81 * rung.share()))
                .containsExactly(9.0, 27.0, 81.0);
    }

    /** The paper's algorithm, once more and in real numbers: the resource R is eta^s_max, a bracket's budget B is (s_max + 1) R. */
    @Test
    void brackets_are_those_of_the_algorithm_in_real_numbers() {
        for (int eta = 2; eta <= 5; eta++) {
            for (int most = 0; most <= 5; most++) {
                double resource = Math.pow(eta, most);
                double budget = (most + 1) * resource;
                var expected = new ArrayList<List<Integer>>();
                for (int s = most; s >= 0; s--) {
                    double points = Math.ceil(budget / resource * Math.pow(eta, s) / (s + 1) - 1e-9);
                    var rungs = new ArrayList<Integer>();
                    for (int i = 0; i <= s; i++) {
                        rungs.add((int) Math.floor(points * Math.pow(eta, -i) + 1e-9));
                    }
                    expected.add(rungs);
                }
                assertThat(trials(Bracket.hyperband(eta, most + 1))).isEqualTo(expected);
            }
        }
    }

    @Test
    void every_bracket_of_hyperband_costs_about_the_same() {
        assertThat(Bracket.hyperband(3, 5))
                .allSatisfy(bracket -> assertThat(bracket.runs()).isCloseTo(5, within(0.7)));
    }

    @Test
    void a_bracket_counts_its_points_its_trials_and_the_whole_runs_that_they_cost() {
        var bracket = Bracket.of(12, 2, 3);

        assertThat(bracket.rungs()).containsExactly(new Rung(12, 0.25), new Rung(6, 0.5), new Rung(3, 1));
        assertThat(bracket.points()).isEqualTo(12);
        assertThat(bracket.trials()).isEqualTo(21);
        assertThat(bracket.runs()).isEqualTo(9);
    }
}

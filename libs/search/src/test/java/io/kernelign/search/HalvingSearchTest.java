package io.kernelign.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class HalvingSearchTest {

    private static final Space SPACE = new Space(List.of(new Range(0, 1, Scale.LINEAR, false)));
    private static final HalvingSearch NINE = new HalvingSearch(SPACE, List.of(Bracket.of(9, 3, 3)), 1);

    private record Run(Proposal proposal, Trial trial) {}

    private static List<Run> run(Search search, Function<Proposal, Trial> outcome) {
        var course = new Course(search, 1, OptionalInt.empty());
        var runs = new ArrayList<Run>();
        var trials = new ArrayList<Trial>();
        for (var next = course.next(trials); next.isPresent(); next = course.next(trials)) {
            trials.add(outcome.apply(next.get()));
            runs.add(new Run(next.get(), trials.get(trials.size() - 1)));
        }
        assertThat(course.isOver(trials)).isTrue();
        return runs;
    }

    private static double coordinate(Point point) {
        return point.coordinates().get(0);
    }

    private static Trial scored(Proposal proposal) {
        return Trial.scored(proposal.point(), coordinate(proposal.point()));
    }

    private static List<Point> points(List<Run> runs) {
        return runs.stream().map(run -> run.proposal().point()).toList();
    }

    private static List<Double> shares(List<Run> runs) {
        return runs.stream().map(run -> run.proposal().share()).toList();
    }

    private static List<Point> highest(int most, List<Point> points) {
        return points.stream()
                .sorted((one, other) -> Double.compare(coordinate(other), coordinate(one)))
                .limit(most)
                .toList();
    }

    @Test
    void the_best_third_of_each_rung_goes_on_for_three_times_as_long() {
        var runs = run(NINE, HalvingSearchTest::scored);
        var points = points(runs);

        assertThat(shares(runs)).hasSize(13).startsWith(1 / 9.0).endsWith(1 / 3.0, 1.0);
        assertThat(points.subList(0, 9)).doesNotHaveDuplicates();
        assertThat(points.subList(9, 12)).isEqualTo(highest(3, points.subList(0, 9)));
        assertThat(points.get(12)).isEqualTo(highest(1, points).get(0));
    }

    @Test
    void of_equal_scores_the_earlier_trials_go_on() {
        var points = points(run(NINE, proposal -> Trial.scored(proposal.point(), 0.5)));

        assertThat(points.subList(9, 12)).isEqualTo(points.subList(0, 3));
        assertThat(points.get(12)).isEqualTo(points.get(0));
    }

    @Test
    void what_has_no_score_does_not_go_on_and_a_rung_may_be_short_of_trials() {
        var best = highest(2, points(run(NINE, HalvingSearchTest::scored)).subList(0, 9));
        var runs = run(
                NINE, proposal -> best.contains(proposal.point()) ? scored(proposal) : Trial.failed(proposal.point()));

        assertThat(shares(runs).subList(9, 12)).containsExactly(1 / 3.0, 1 / 3.0, 1.0);
        assertThat(points(runs).subList(9, 12)).containsExactly(best.get(0), best.get(1), best.get(0));
    }

    @Test
    void a_bracket_in_which_nothing_has_a_score_ends_and_the_next_one_draws_other_points() {
        var search = new HalvingSearch(SPACE, Bracket.hyperband(3, 3), 1);
        var runs = run(search, proposal -> Trial.failed(proposal.point()));

        assertThat(shares(runs)).hasSize(9 + 5 + 3).endsWith(1.0, 1.0, 1.0);
        assertThat(points(runs)).doesNotHaveDuplicates();
    }

    @Test
    void hyperband_runs_every_bracket_to_whole_runs() {
        var search = new HalvingSearch(SPACE, Bracket.hyperband(3, 3), 1);
        var runs = run(search, HalvingSearchTest::scored);

        assertThat(runs).hasSize(search.trials()).hasSize(13 + 6 + 3);
        assertThat(shares(runs).stream().filter(share -> share == 1)).hasSize(1 + 1 + 3);
        assertThat(shares(runs).stream().mapToDouble(share -> share).sum()).isCloseTo(search.runs(), within(1e-12));
    }

    @Test
    void a_rung_waits_for_all_of_the_one_before_and_a_bracket_for_none() {
        var search = new HalvingSearch(SPACE, Bracket.hyperband(2, 2), 1);
        var course = new Course(search, 9, OptionalInt.empty());
        var trials = new ArrayList<Trial>();
        for (int i = 0; i < 2; i++) {
            trials.add(Trial.running(course.next(trials).orElseThrow().point()));
        }
        assertThat(course.next(trials)).isEmpty();
        assertThat(course.isOver(trials)).isFalse();
        trials.set(1, Trial.scored(trials.get(1).point(), 1));
        assertThat(course.next(trials)).isEmpty();
        trials.set(0, Trial.scored(trials.get(0).point(), 2));

        var promoted = course.next(trials).orElseThrow();
        assertThat(promoted).isEqualTo(new Proposal(trials.get(0).point(), 1));
        trials.add(Trial.running(promoted.point()));
        for (int i = 0; i < 2; i++) {
            var drawn = course.next(trials).orElseThrow();
            assertThat(drawn.share()).isEqualTo(1);
            trials.add(Trial.running(drawn.point()));
        }
        assertThat(course.next(trials)).isEmpty();
        assertThat(course.isOver(trials)).isFalse();
    }

    @Test
    void more_draws_than_points_are_refused() {
        assertThatThrownBy(() -> new HalvingSearch(new Space(List.of(new Choice(8))), List.of(Bracket.of(9, 3, 3)), 1))
                .hasMessage("9 draws of 8 points");
    }
}

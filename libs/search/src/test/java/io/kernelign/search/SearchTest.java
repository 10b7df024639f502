package io.kernelign.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTest {

    private static final Space KERNELS_AND_DIVERGENCES = new Space(List.of(new Choice(6), new Choice(7)));
    private static final Space RATE_AND_RANK = new Space(List.of(
            new Range(1e-6, 1e-2, Scale.LOG, false),
            new Range(1, 64, Scale.LOG, true),
            new Range(0, 1, Scale.LINEAR, false)));

    /** Runs a search to its end, one trial after the other. */
    private static List<Trial> run(Search search, ToDoubleFunction<Point> score) {
        var course = new Course(search, 1, OptionalInt.empty());
        var trials = new ArrayList<Trial>();
        for (var next = course.next(trials); next.isPresent(); next = course.next(trials)) {
            var point = next.get().point();
            trials.add(Trial.scored(point, score.applyAsDouble(point)));
        }
        return trials;
    }

    private static double best(List<Trial> trials) {
        return trials.stream()
                .mapToDouble(trial -> trial.score().orElseThrow())
                .max()
                .orElseThrow();
    }

    /** Best at a rate of 1e-4 and a rank of 8. */
    private static double bowl(Point point) {
        double rate = Math.log10(point.coordinates().get(0)) + 4;
        double rank = Math.log(point.coordinates().get(1) / 8) / Math.log(2);
        double rest = point.coordinates().get(2) - 0.3;
        return -(rate * rate + rank * rank / 4 + rest * rest);
    }

    @Test
    void a_grid_has_every_combination_once_those_of_the_last_axis_after_each_other() {
        var grid = new GridSearch(List.of(Axis.of(new Choice(6)), Axis.of(new Choice(7))));
        var points = run(grid, point -> 0).stream().map(Trial::point).toList();

        assertThat(grid.trials()).isEqualTo(42);
        assertThat(points).hasSize(42).doesNotHaveDuplicates();
        assertThat(points.get(0)).isEqualTo(new Point(List.of(0.0, 0.0)));
        assertThat(points.get(8)).isEqualTo(new Point(List.of(1.0, 1.0)));
        assertThat(points.get(41)).isEqualTo(new Point(List.of(5.0, 6.0)));
    }

    @Test
    void the_levels_of_an_axis_are_even_on_its_scale() {
        var decades = Axis.of(new Range(1e-5, 1e-2, Scale.LOG, false), 4);
        assertThat(IntStream.range(0, 4).mapToDouble(i -> decades.level().applyAsDouble(i)))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-15 ? 0 : 1)
                .containsExactly(1e-5, 1e-4, 1e-3, 1e-2);

        var ranks = Axis.of(new Range(4, 64, Scale.LOG, true), 5);
        assertThat(IntStream.range(0, 5).mapToDouble(i -> ranks.level().applyAsDouble(i)))
                .containsExactly(4.0, 8.0, 16.0, 32.0, 64.0);
        assertThat(ranks.distinct()).isTrue();
        assertThat(Axis.of(new Range(1, 3, Scale.LINEAR, true), 5).distinct()).isFalse();
        assertThat(Axis.ofAll(new Range(2, 5, Scale.LOG, true)).levels()).isEqualTo(4);
    }

    @Test
    void the_size_of_a_grid_of_any_size_is_told_without_building_it() {
        var thousand = Axis.ofAll(new Range(1, 1000, Scale.LINEAR, true));

        assertThat(GridSearch.size(List.of(thousand, thousand, thousand))).isEqualTo(1_000_000_000L);
        assertThat(GridSearch.size(
                        IntStream.range(0, 30).mapToObj(i -> thousand).toList()))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(RATE_AND_RANK.size()).isEqualTo(Long.MAX_VALUE);
        assertThat(KERNELS_AND_DIVERGENCES.size()).isEqualTo(42);
        assertThatThrownBy(() -> new GridSearch(List.of(thousand, thousand, thousand, thousand)))
                .hasMessage("a grid of 1000000000000 points");
    }

    @Test
    void random_points_are_even_on_the_scale_of_each_dimension() {
        var trials = run(new RandomSearch(RATE_AND_RANK, 2000, 5), point -> 0);

        assertThat(share(trials, point -> point.coordinates().get(0) < 1e-4 ? 1 : 0))
                .isCloseTo(0.5, within(0.05));
        assertThat(share(trials, point -> point.coordinates().get(1) <= 8 ? 1 : 0))
                .isCloseTo(0.58, within(0.05));
        assertThat(share(trials, point -> point.coordinates().get(2) < 0.5 ? 1 : 0))
                .isCloseTo(0.5, within(0.05));
    }

    private static double share(List<Trial> trials, ToDoubleFunction<Point> of) {
        return trials.stream()
                .mapToDouble(trial -> of.applyAsDouble(trial.point()))
                .average()
                .orElseThrow();
    }

    @Test
    void as_many_trials_as_there_are_points_try_every_point_once() {
        for (var search : List.of(
                new RandomSearch(KERNELS_AND_DIVERGENCES, 42, 1),
                new ParzenSearch(KERNELS_AND_DIVERGENCES, 42, 10, 1))) {
            var trials = run(search, point -> point.coordinates().get(0));

            assertThat(new HashSet<>(trials)).hasSize(42);
        }
        assertThatThrownBy(() -> new RandomSearch(KERNELS_AND_DIVERGENCES, 43, 1))
                .hasMessage("43 trials of 42 points");
        assertThatThrownBy(() -> new ParzenSearch(KERNELS_AND_DIVERGENCES, 43, 10, 1))
                .hasMessage("43 trials of 42 points");
    }

    @Test
    void other_seeds_and_only_they_lead_to_other_points() {
        assertThat(run(new ParzenSearch(RATE_AND_RANK, 20, 10, 7), SearchTest::bowl))
                .isEqualTo(run(new ParzenSearch(RATE_AND_RANK, 20, 10, 7), SearchTest::bowl))
                .isNotEqualTo(run(new ParzenSearch(RATE_AND_RANK, 20, 10, 8), SearchTest::bowl));
    }

    @Test
    void parzen_estimators_find_better_points_than_chance_does() {
        int wins = 0;
        for (int seed = 0; seed < 30; seed++) {
            double chance = best(run(new RandomSearch(RATE_AND_RANK, 40, seed), SearchTest::bowl));
            double learned = best(run(new ParzenSearch(RATE_AND_RANK, 40, 10, seed), SearchTest::bowl));
            wins += learned > chance ? 1 : 0;
        }
        assertThat(wins).isGreaterThan(22);
    }

    @Test
    void parzen_estimators_leave_where_trials_fail() {
        var search = new ParzenSearch(RATE_AND_RANK, 40, 10, 2);
        var trials = new ArrayList<Trial>();
        while (trials.size() < search.trials()) {
            var point = search.next(trials).point();
            trials.add(point.coordinates().get(0) > 1e-4 ? Trial.failed(point) : Trial.scored(point, bowl(point)));
        }

        assertThat(trials.subList(0, 10).stream().filter(trial -> trial.score().isEmpty()))
                .hasSizeGreaterThan(2);
        assertThat(trials.subList(10, 40).stream().filter(trial -> trial.score().isEmpty()))
                .hasSizeLessThan(10);
    }

    @Test
    void ranges_that_hold_nothing_are_refused() {
        assertThatThrownBy(() -> new Range(1, 1, Scale.LINEAR, false)).hasMessage("a range from 1.0 to 1.0");
        assertThatThrownBy(() -> new Range(0, 1, Scale.LOG, false)).hasMessage("a logarithmic range from 0.0");
        assertThatThrownBy(() -> new Range(0.5, 2, Scale.LINEAR, true)).hasMessage("whole numbers from 0.5 to 2.0");
        assertThatThrownBy(() -> new Choice(0)).hasMessage("a choice among 0 options");
    }
}

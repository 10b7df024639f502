package io.kernelign.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.property.Draw;
import io.kernelign.property.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final Space SPACE = new Space(
            List.of(new Choice(5), new Range(1e-5, 1e-1, Scale.LOG, false), new Range(1, 9, Scale.LINEAR, true)));

    private record Case(Course course, List<Integer> endings) {

        /** Lets trials begin as they may and end in an order of its own. */
        List<Trial> run() {
            var trials = new ArrayList<Trial>();
            int turn = 0;
            while (!course.isOver(trials)) {
                for (var next = course.next(trials); next.isPresent(); next = course.next(trials)) {
                    trials.add(Trial.running(next.get().point()));
                }
                var running = IntStream.range(0, trials.size())
                        .filter(i -> !trials.get(i).ended())
                        .boxed()
                        .toList();
                assertThat(running).isNotEmpty().hasSizeLessThanOrEqualTo(course.parallel());
                int ends = running.get(endings.get(turn++ % endings.size()) % running.size());
                trials.set(ends, ended(trials.get(ends).point()));
            }
            return trials;
        }
    }

    /** Some fail. */
    private static Trial ended(Point point) {
        double score = -Math.abs(Math.log10(point.coordinates().get(1)) + 3)
                - point.coordinates().get(0);
        return point.coordinates().get(2) == 5 ? Trial.failed(point) : Trial.scored(point, score);
    }

    private static Search search(Draw draw) {
        int seed = draw.integer(0, 1000);
        return switch (draw.integer(0, 2)) {
            case 0 -> new ParzenSearch(SPACE, draw.integer(1, 25), draw.integer(1, 10), seed);
            case 1 -> new HalvingSearch(SPACE, List.of(Bracket.of(draw.integer(9, 20), 3, draw.integer(1, 3))), seed);
            default -> new HalvingSearch(SPACE, Bracket.hyperband(2, draw.integer(1, 4)), seed);
        };
    }

    private static Case drawn(Draw draw) {
        var search = search(draw);
        var patience = draw.flag() ? OptionalInt.of(draw.integer(1, 12)) : OptionalInt.empty();
        return new Case(new Course(search, draw.integer(1, 6), patience), draw.list(7, () -> draw.integer(0, 100)));
    }

    @Test
    void which_trial_ends_first_changes_nothing() {
        Property.forAll(
                CourseTest::drawn, it -> assertThat(it.run()).isEqualTo(new Case(it.course(), List.of(0)).run()));
    }

    @Test
    void where_scores_decide_nothing_a_trial_begins_as_soon_as_another_ends() {
        var course = new Course(new RandomSearch(SPACE, 9, 1), 2, OptionalInt.empty());
        var trials = new ArrayList<>(
                List.of(Trial.running(course.next(List.of()).orElseThrow().point())));
        trials.add(Trial.scored(course.next(trials).orElseThrow().point(), 1));

        assertThat(course.next(trials)).isPresent();
        var learning = new Course(new ParzenSearch(SPACE, 9, 1, 1), 2, OptionalInt.empty());
        assertThat(learning.next(trials)).isEmpty();
    }

    @Test
    void a_search_ends_when_as_many_trials_as_its_patience_were_no_better_than_the_best() {
        var course = new Course(new RandomSearch(SPACE, 100, 1), 1, OptionalInt.of(3));
        var trials = new ArrayList<Trial>();
        for (double score : new double[] {1, 4, 2, 3, 5, 5, 1}) {
            trials.add(Trial.scored(course.next(trials).orElseThrow().point(), score));
            assertThat(course.isOver(trials)).isFalse();
        }
        trials.add(Trial.failed(course.next(trials).orElseThrow().point()));

        assertThat(course.isStopped(trials)).isTrue();
        assertThat(course.isOver(trials)).isTrue();
        assertThat(course.next(trials)).isEmpty();
    }

    @Test
    void it_is_over_once_the_last_trial_has_ended() {
        var course = new Course(new RandomSearch(SPACE, 1, 1), 4, OptionalInt.empty());
        var point = course.next(List.of()).orElseThrow().point();

        assertThat(course.next(List.of(Trial.running(point)))).isEmpty();
        assertThat(course.isOver(List.of(Trial.running(point)))).isFalse();
        assertThat(course.isOver(List.of(Trial.failed(point)))).isTrue();
    }
}

package io.kernelign.alignment.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.property.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RaceTest {

    private static final long SEED = 7;
    private static final EvenPrices PRICES = new EvenPrices(1000, 400, 2000, 20);

    /** Runs a race in which every candidate ranks each pair rightly with a chance of its own. */
    private static Race run(int candidates, long seed, ToDoubleFunction<Integer> chance) {
        var race = new Race(HalvingPlan.of(candidates, 2, PRICES), List.of(), SEED);
        var random = new SplittableRandom(seed);
        for (var turn = race.next(); turn.isPresent(); turn = race.next()) {
            int candidate = turn.get().candidate();
            race = race.after(score(race, turn.get(), random, chance.applyAsDouble(candidate)));
        }
        return race;
    }

    private static Score score(Race race, Race.Turn turn, SplittableRandom random, double chance) {
        var correct = new boolean[race.plan().rungs().get(turn.rung()).pairs()];
        for (int pair = 0; pair < correct.length; pair++) {
            correct[pair] = random.nextDouble() < chance;
        }
        return new Score(turn.rung(), turn.candidate(), correct);
    }

    @Test
    void a_candidate_that_is_far_better_wins_in_the_first_rung_because_it_is_clear() {
        var race = run(42, 1, candidate -> candidate == 30 ? 0.95 : 0.4);

        assertThat(race.ending()).contains(new Race.Ending(30, 0, true));
        assertThat(race.spent()).isEqualTo(race.plan().rungs().get(0).cost());
        assertThat(race.standings(0)).filteredOn(Standing::on).hasSize(1);
    }

    @Test
    void candidates_that_say_the_same_are_told_apart_by_their_ranking_to_the_end_of_the_budget() {
        var race = run(42, 1, candidate -> 1);

        assertThat(race.ending()).contains(new Race.Ending(0, 4, false));
        assertThat(race.spent()).isEqualTo(race.plan().cost());
        assertThat(race.standings(4)).extracting(Standing::candidate).containsExactly(0, 1);
        assertThat(race.standings(4).get(1).behind().interval().low()).isZero();
    }

    @Test
    void a_race_of_equals_calls_one_of_them_clear_in_at_most_5_of_100() {
        long clear = IntStream.range(0, 300)
                .parallel()
                .filter(seed ->
                        run(8, seed, candidate -> 0.6).ending().orElseThrow().clear())
                .count();

        assertThat(clear / 300.0).isLessThanOrEqualTo(0.05);
    }

    @Test
    void a_race_goes_on_from_its_scores_as_if_it_had_never_stopped() {
        Property.forAll(20, draw -> (long) draw.integer(1, 1_000_000), seed -> {
            var whole = run(12, seed, candidate -> 0.5 + candidate / 100.0);
            for (int kept = 0; kept < whole.scores().size(); kept++) {
                var cut = new Race(whole.plan(), whole.scores().subList(0, kept), SEED);
                var next = whole.scores().get(kept);
                assertThat(cut.next()).contains(new Race.Turn(next.rung(), next.candidate()));
                assertThat(cut.ending()).isEmpty();
            }
        });
    }

    @Test
    void every_rung_keeps_the_half_that_scored_best() {
        Property.forAll(12, draw -> (long) draw.integer(1, 1_000_000), seed -> {
            var race = run(21, seed, candidate -> 0.5);
            for (int rung = 0; rung < race.rungsEnded(); rung++) {
                var standings = race.standings(rung);
                int on = (int) standings.stream().filter(Standing::on).count();
                assertThat(standings)
                        .isSortedAccordingTo((a, b) -> Double.compare(
                                b.accuracy().value(), a.accuracy().value()));
                assertThat(standings.subList(0, on)).allMatch(Standing::on);
                assertThat(on).isIn(1, standings.size() / 2);
            }
        });
    }

    @Test
    void scores_survive_being_written() {
        var score = new Score(2, 5, new boolean[] {true, false, false, true});

        var read = Score.of(2, 5, score.digits());

        assertThat(read.correct()).isEqualTo(score.correct());
        assertThat(read.accuracy()).isEqualTo(0.5);
    }

    @Test
    void a_paired_difference_is_what_one_wins_less_what_it_loses_and_its_interval_covers_95_of_100() {
        double truth = 0.1;
        var held = new ArrayList<Boolean>();
        for (int set = 0; set < 400; set++) {
            var random = new SplittableRandom(set);
            var one = new boolean[200];
            var other = new boolean[200];
            for (int pair = 0; pair < 200; pair++) {
                double drawn = random.nextDouble();
                one[pair] = drawn < 0.7;
                other[pair] = drawn < 0.5 || drawn >= 0.7 && drawn < 0.8;
            }
            var difference = PairedDifference.of(one, other, 0.95, set);
            held.add(difference.interval().low() <= truth
                    && truth <= difference.interval().high());
        }
        assertThat(held.stream().filter(it -> it).count() / 400.0).isCloseTo(0.95, within(0.03));

        var same = PairedDifference.of(new boolean[] {true, false}, new boolean[] {true, false}, 0.95, 1);
        assertThat(same.value()).isZero();
        assertThat(same.interval().high()).isZero();
    }
}

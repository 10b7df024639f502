package io.kernelign.alignment.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.property.Draw;
import io.kernelign.property.Property;
import org.junit.jupiter.api.Test;

class HalvingPlanTest {

    private record Case(int wanted, double runs, EvenPrices prices) {

        HalvingPlan plan() {
            return HalvingPlan.of(wanted, runs, prices);
        }
    }

    private static Case drawn(Draw draw) {
        return new Case(
                draw.integer(2, 42),
                draw.number(0.05, 5),
                new EvenPrices(
                        draw.integer(1, 3000), draw.integer(1, 600), draw.positive(1, 1e5), draw.positive(1, 1e5)));
    }

    @Test
    void a_race_costs_at_most_its_budget_whatever_the_prices() {
        Property.forAll(HalvingPlanTest::drawn, it -> assertThat(it.plan().cost())
                .isLessThanOrEqualTo(it.runs() * it.prices().fullRun() * (1 + 1e-12)));
    }

    @Test
    void every_rung_has_half_the_candidates_and_more_steps_and_no_fewer_pairs_than_the_one_before() {
        Property.forAll(HalvingPlanTest::drawn, it -> {
            var before = new Rung(2 * it.plan().candidates(), 0, 1, 0);
            for (var rung : it.plan().rungs()) {
                assertThat(rung.candidates()).isEqualTo(before.candidates() / 2);
                assertThat(rung.steps())
                        .isGreaterThan(before.steps())
                        .isLessThanOrEqualTo(it.prices().steps());
                assertThat(rung.pairs())
                        .isGreaterThanOrEqualTo(before.pairs())
                        .isGreaterThanOrEqualTo(
                                Math.min(HalvingPlan.LEAST_PAIRS, it.prices().pairs()))
                        .isLessThanOrEqualTo(it.prices().pairs());
                before = rung;
            }
        });
    }

    @Test
    void two_full_runs_race_all_42_in_five_rungs_and_take_the_last_two_a_fifth_of_the_way() {
        var plan = HalvingPlan.of(42, 2, new EvenPrices(1000, 500, 2000, 100));

        assertThat(plan.rungs()).extracting(Rung::candidates).containsExactly(42, 21, 10, 5, 2);
        assertThat(plan.rungs().get(0).steps()).isBetween(5L, 8L);
        assertThat(plan.rungs().get(4).steps()).isBetween(150L, 250L);
        assertThat(plan.cost()).isBetween(3.2e6, 4e6);
    }

    @Test
    void a_run_of_few_steps_races_fewer_candidates() {
        var plan = HalvingPlan.of(42, 2, new EvenPrices(20, 100, 2000, 50));

        assertThat(plan.candidates()).isBetween(4, 20);
    }

    @Test
    void nobody_runs_for_a_budget_that_does_not_pay_a_step_of_two() {
        assertThat(HalvingPlan.of(42, 1, new EvenPrices(1, 100, 2000, 50)).rungs())
                .isEmpty();
        assertThat(HalvingPlan.of(42, 0.01, new EvenPrices(50, 100, 2000, 50)).candidates())
                .isZero();
    }
}

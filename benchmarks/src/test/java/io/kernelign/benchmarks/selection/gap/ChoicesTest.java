package io.kernelign.benchmarks.selection.gap;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.alignment.selection.RuleBook;
import io.kernelign.benchmarks.objective.study.Candidate;
import io.kernelign.benchmarks.selection.pilot.AllCandidates;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChoicesTest {

    @Test
    void all_42_candidates_are_ranked_once_with_the_recommended_one_first() {
        var choices = Choices.of(ThreeSplits.of(1, 64, 64).distances(), RuleBook.paper(), 1);

        assertThat(choices.ranked())
                .startsWith(choices.recommended())
                .containsExactlyInAnyOrderElementsOf(AllCandidates.unranked());
    }

    @Test
    void a_race_on_the_bandit_keeps_to_its_budget_and_ends_alike_every_time() {
        try (var arena = new BanditArena(512)) {
            var ranked = AllCandidates.unranked().subList(0, 4);
            var race = arena.race(ranked, 0.5, 3);

            assertThat(race.ending()).isPresent();
            assertThat(race.spent()).isLessThanOrEqualTo(0.5 * new BanditPrices(2000, 256).fullRun());
            assertThat(arena.race(ranked, 0.5, 3).ending()).isEqualTo(race.ending());
        }
    }

    @Test
    void a_divergence_keeps_the_bandit_s_policy_nearer_to_its_reference() {
        try (var arena = new BanditArena(512)) {
            double free = size(arena, Map.of("divergence", "none"));
            for (var divergence : List.of("kl", "jensen_shannon", "wasserstein", "f")) {
                assertThat(size(arena, Map.of("divergence", divergence, "alpha", 20)))
                        .as("%s", divergence)
                        .isLessThan(0.9 * free);
            }
        }
    }

    private static double size(BanditArena arena, Map<String, Object> objective) {
        return arena.fullRun(new Candidate("any", objective), 2).absoluteLogRatio();
    }
}

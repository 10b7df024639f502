package io.kernelign.benchmarks.objective.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.benchmarks.objective.study.bandit.BanditTask;
import io.kernelign.benchmarks.objective.study.bandit.BanditTraining;
import org.junit.jupiter.api.Test;

class BanditTest {

    private static final BanditTask CLEAN = BanditTask.of(1, 0);

    @Test
    void dpo_aligns() {
        assertThat(train(Candidates.DPO).accuracy()).isGreaterThan(0.85);
    }

    @Test
    void a_kernel_as_a_signed_distance_keeps_dpos_direction() {
        assertThat(train(Candidates.rkhsMargin("rbf")).accuracy()).isGreaterThan(0.85);
    }

    @Test
    void the_papers_rbf_maximised_makes_the_policy_indifferent() {
        var outcome = train(Candidates.paper("rbf"));

        assertThat(outcome.accuracy()).isBetween(0.35, 0.65);
        assertThat(outcome.absoluteLogRatio()).isLessThan(0.1);
    }

    @Test
    void without_entropy_the_weights_of_a_mixture_collapse() {
        assertThat(train(Candidates.mixture("mixture", 0)).finalCollapse().orElseThrow())
                .isGreaterThan(0.8);
    }

    @Test
    void with_the_default_entropy_they_do_not() {
        assertThat(train(Candidates.mixture("mixture", 0.02)).finalCollapse().orElseThrow())
                .isLessThan(0.8);
    }

    @Test
    void the_same_seed_gives_the_same_numbers() {
        assertThat(train(Candidates.DPO)).usingRecursiveComparison().isEqualTo(train(Candidates.DPO));
    }

    @Test
    void flipping_labels_changes_nothing_but_the_labels() {
        var noisy = BanditTask.of(1, 0.25);

        assertThat(noisy.train().contexts()).isEqualTo(CLEAN.train().contexts());
        assertThat(noisy.test().chosen()).isEqualTo(CLEAN.test().chosen());
        assertThat(noisy.train().chosen()).isNotEqualTo(CLEAN.train().chosen());
    }

    private static Outcome train(Candidate candidate) {
        return BanditTraining.run(candidate.objective(), CLEAN);
    }
}

package io.kernelign.trainer.job;

import static io.kernelign.contracts.JobState.CANCELLED;
import static io.kernelign.contracts.JobState.EVALUATING;
import static io.kernelign.contracts.JobState.FAILED;
import static io.kernelign.contracts.JobState.QUEUED;
import static io.kernelign.contracts.JobState.SELECTING;
import static io.kernelign.contracts.JobState.SUCCEEDED;
import static io.kernelign.contracts.JobState.TRAINING;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.contracts.JobState;
import io.kernelign.trainer.job.JobLifecycle.Pickup;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JobLifecycleTest {

    @Test
    void these_are_all_the_ways_a_job_can_go() {
        var ways = Arrays.stream(JobState.values())
                .map(from -> from.json() + ": "
                        + Arrays.stream(JobState.values())
                                .filter(to -> JobLifecycle.allows(from, to))
                                .map(JobState::json)
                                .collect(Collectors.joining(" ")))
                .toList();
        assertThat(ways)
                .containsExactly(
                        "queued: selecting training failed cancelled",
                        "selecting: training failed cancelled",
                        "training: evaluating failed cancelled",
                        "evaluating: succeeded failed cancelled",
                        "succeeded: ",
                        "failed: ",
                        "cancelled: ");
    }

    @Test
    void the_states_before_another_are_those_that_allow_it() {
        assertThat(JobLifecycle.before(TRAINING)).containsExactly(QUEUED, SELECTING);
        assertThat(JobLifecycle.before(CANCELLED)).containsExactly(QUEUED, SELECTING, TRAINING, EVALUATING);
        assertThat(JobLifecycle.before(QUEUED)).isEmpty();
    }

    @Test
    void a_job_that_is_taken_over_does_not_go_back_to_a_stage_behind_it() {
        assertThat(JobLifecycle.ahead(QUEUED, TRAINING)).isTrue();
        assertThat(JobLifecycle.ahead(TRAINING, TRAINING)).isFalse();
        assertThat(JobLifecycle.ahead(EVALUATING, TRAINING)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, WORK", "1, WORK", "2, WORK", "3, GIVE_UP", "4, GIVE_UP"})
    void a_job_is_given_up_once_three_workers_died_over_it(int deaths, Pickup pickup) {
        assertThat(JobLifecycle.pickup(TRAINING, deaths, JobWish.GO_ON)).isEqualTo(pickup);
    }

    @Test
    void a_wish_to_cancel_comes_before_everything_else() {
        assertThat(JobLifecycle.pickup(QUEUED, 3, JobWish.CANCEL)).isEqualTo(Pickup.CANCEL);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUCCEEDED", "FAILED", "CANCELLED"})
    void a_job_that_has_ended_is_left_alone(JobState ended) {
        assertThat(JobLifecycle.pickup(ended, 3, JobWish.CANCEL)).isEqualTo(Pickup.LEAVE);
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "SELECTING", "TRAINING", "EVALUATING"})
    void a_job_under_way_can_be_taken_in_any_state(JobState state) {
        assertThat(JobLifecycle.pickup(state, 0, JobWish.GO_ON)).isEqualTo(Pickup.WORK);
        assertThat(JobLifecycle.pickup(state, 3, JobWish.PAUSE)).isEqualTo(Pickup.REST);
        assertThat(JobLifecycle.allows(state, FAILED)).isTrue();
        assertThat(JobLifecycle.allows(SUCCEEDED, state)).isFalse();
    }
}

package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.kernelign.contracts.ArtifactView;
import io.kernelign.contracts.JobProgress;
import io.kernelign.contracts.JobState;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.testing.RunningService;
import io.kernelign.trainer.job.Artifacts;
import io.kernelign.trainer.job.JobEvents;
import io.kernelign.trainer.job.JobLifecycle.Pickup;
import io.kernelign.trainer.job.JobTakeover;
import io.kernelign.trainer.job.JobWish;
import io.kernelign.trainer.job.JobWrites;
import io.kernelign.trainer.job.Lease;
import io.kernelign.trainer.job.StaleWorkerException;
import io.kernelign.trainer.testing.CountingTrainer;
import io.kernelign.trainer.testing.ModelsFolder;
import io.kernelign.trainer.testing.SampleJobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The queue pauses here: the tests take the jobs themselves. */
class FencingTest {

    @RegisterExtension
    static final RunningService TRAINER = RunningService.of(CountingTrainer.class, "trainer-service")
            .with("kernelign.models.dir", () -> ModelsFolder.make().toString());

    private SampleJobs jobs;
    private JobTakeover takeover;
    private JobWrites writes;

    @BeforeEach
    void parts() throws IOException {
        jobs = new SampleJobs(TRAINER.client(TrainerApi.class));
        TRAINER.bean(BlobStore.class)
                .put(SampleJobs.DATASET.pairsKey(), new ByteArrayInputStream(new byte[] {'{', '}'}));
        TRAINER.bean(Scheduler.class).pause();
        takeover = TRAINER.bean(JobTakeover.class);
        writes = TRAINER.bean(JobWrites.class);
    }

    static Stream<Arguments> writesOfAWorker() {
        return Stream.of(
                write("advance", lease -> writes().advance(lease, JobState.TRAINING)),
                write("end", lease -> writes().end(lease, JobState.FAILED, "no")),
                write("release", lease -> writes().release(lease)),
                write("progress", lease -> writes().progress(lease, new JobProgress(7, 9, 0.1, 0.2, 3L))),
                write("wish", lease -> writes().wish(lease)),
                write("checkpoint", lease -> writes().checkpoint(lease, "jobs/x")),
                write("recommendation", lease -> writes().recommendation(lease, "rec")),
                write("spec", lease -> writes().spec(lease, Map.of("model", "other"))),
                write("event", lease -> TRAINER.bean(JobEvents.class).append(lease, "step", "7", Map.of())),
                write("artifact", lease -> TRAINER.bean(Artifacts.class)
                        .record(lease, new ArtifactView("a", "text/plain", 1, "00", "jobs/a"))));
    }

    private Lease take(String id, String worker) {
        return takeover.take(id, worker).orElseThrow().lease();
    }

    private static Arguments write(String name, Consumer<Lease> write) {
        return Arguments.of(name, write);
    }

    private static JobWrites writes() {
        return TRAINER.bean(JobWrites.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writesOfAWorker")
    void whatever_a_stale_worker_writes_is_refused_and_changes_nothing(String name, Consumer<Lease> write) {
        var id = jobs.submit(Map.of());
        var stale = take(id, "frozen");
        take(id, "awake");
        var before = jobs.get(id);
        var events = jobs.events(id);

        assertThatThrownBy(() -> write.accept(stale))
                .isInstanceOf(StaleWorkerException.class)
                .hasMessage("attempt 1 of " + id + " no longer holds it");

        assertThat(jobs.get(id)).isEqualTo(before);
        assertThat(jobs.events(id)).isEqualTo(events);
        assertThat(jobs.trainer().artifacts(SampleJobs.TENANT, id)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writesOfAWorker")
    void the_worker_that_holds_the_job_may_write(String name, Consumer<Lease> write) {
        var id = jobs.submit(Map.of());
        take(id, "frozen");
        var lease = take(id, "awake");

        write.accept(lease);

        assertThat(jobs.get(id).attempt()).isEqualTo(2);
    }

    @Test
    void a_takeover_keeps_the_state_the_progress_and_the_time_of_the_start() {
        var id = jobs.submit(Map.of());
        var first = take(id, "one");
        writes.advance(first, JobState.TRAINING);
        writes.progress(first, new JobProgress(7, 9, 0.1, 0.2, 3L));
        var before = jobs.get(id);

        take(id, "two");

        var after = jobs.get(id);
        assertThat(after.state()).isEqualTo(JobState.TRAINING);
        assertThat(after.progress()).isEqualTo(before.progress());
        assertThat(after.startedAt()).isEqualTo(before.startedAt());
        assertThat(after.attempt()).isEqualTo(2);
    }

    @Test
    void a_job_that_three_workers_did_not_give_back_is_given_up() {
        var id = jobs.submit(Map.of());
        assertThat(takeover.take(id, "one").orElseThrow().pickup()).isEqualTo(Pickup.WORK);
        assertThat(takeover.take(id, "two").orElseThrow().pickup()).isEqualTo(Pickup.WORK);
        assertThat(takeover.take(id, "three").orElseThrow().pickup()).isEqualTo(Pickup.WORK);
        assertThat(takeover.take(id, "four").orElseThrow().pickup()).isEqualTo(Pickup.GIVE_UP);
    }

    @Test
    void a_worker_that_gave_the_job_back_or_is_the_same_process_did_not_die() {
        var id = jobs.submit(Map.of());
        for (int i = 0; i < 5; i++) {
            var taken = takeover.take(id, "orderly " + i).orElseThrow();
            assertThat(taken.pickup()).isEqualTo(Pickup.WORK);
            writes.release(taken.lease());
        }
        for (int i = 0; i < 5; i++) {
            assertThat(takeover.take(id, "the same").orElseThrow().pickup()).isEqualTo(Pickup.WORK);
        }
    }

    @Test
    void a_job_that_was_cancelled_while_no_worker_was_there_is_not_given_out() {
        var id = jobs.submit(Map.of());
        var lease = take(id, "one");
        writes.release(lease);
        jobs.trainer().cancel(SampleJobs.TENANT, id);

        assertThat(takeover.take(id, "two")).isEmpty();
        assertThat(jobs.get(id).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void a_wish_to_cancel_outlives_the_worker_that_should_have_seen_it() {
        var id = jobs.submit(Map.of());
        var lease = take(id, "one");
        jobs.trainer().cancel(SampleJobs.TENANT, id);

        assertThat(writes.wish(lease)).isEqualTo(JobWish.CANCEL);
        assertThat(takeover.take(id, "two").orElseThrow().pickup()).isEqualTo(Pickup.CANCEL);
    }

    @Test
    void a_state_that_does_not_follow_is_refused() {
        var id = jobs.submit(Map.of());
        var lease = take(id, "one");

        assertThatThrownBy(() -> writes.end(lease, JobState.SUCCEEDED, null)).isInstanceOf(StaleWorkerException.class);
        assertThat(jobs.get(id).state()).isEqualTo(JobState.QUEUED);
    }
}

package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.contracts.JobEvent;
import io.kernelign.service.testing.TestDatabase;
import io.kernelign.service.testing.TestPostgres;
import io.kernelign.service.testing.Waiting;
import io.kernelign.trainer.testing.LongPairs;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.RealTrainer;
import io.kernelign.trainer.testing.SampleJobs;
import io.kernelign.trainer.testing.TrainerProcess;
import io.kernelign.trainer.testing.WideModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes that are told to stop in the middle of two trainings each, one after the other; {@code -Dkernelign.drains=50}
 * says how often.
 */
class DrainedWorkerTest {

    private static final int DRAINS = Integer.getInteger("kernelign.drains", 3);
    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final int WIDTH = 64;

    /** What a process ends with that SIGTERM ends in order. */
    private static final int TERMINATED = 128 + 15;

    @RegisterExtension
    static final Peers PEERS = new Peers();

    @TempDir
    Path folder;

    private final List<TrainerProcess> started = new ArrayList<>();
    private TestDatabase database;

    @BeforeEach
    void parts() throws IOException {
        database = TestPostgres.freshDatabase();
        WideModel.write(folder.resolve("models").resolve(WideModel.NAME), WIDTH, 3);
        LongPairs.write(folder.resolve("blobs"));
    }

    /** Nobody passes for dead as long as anything is waited for here: a job goes on elsewhere only if it was given back. */
    private TrainerProcess start() throws IOException {
        var worker = TrainerProcess.start(
                RealTrainer.class,
                database,
                folder.resolve("blobs"),
                folder.resolve("models"),
                "--kernelign.services.metrics=" + PEERS.url(),
                "--db-scheduler.missed-heartbeats-limit=600",
                "--kernelign.trainer.slots=2");
        started.add(worker);
        return worker;
    }

    @AfterEach
    void end() {
        started.forEach(TrainerProcess::close);
    }

    /** Without checkpoints but those of a worker that stops. */
    private static String submit(TrainerProcess trainer) {
        return trainer.jobs().submit(LongPairs.smallJob(Map.of("steps", 1_000_000, "checkpointSteps", 1_000_000)));
    }

    @Test
    void what_a_worker_trains_that_is_told_to_stop_goes_on_elsewhere_with_all_steps_it_had_made_until_then()
            throws Exception {
        var worker = start();
        var jobs = List.of(submit(worker), submit(worker));
        for (var job : jobs) {
            awaitStep(worker, job, 0);
        }
        for (int drain = 1; drain <= DRAINS; drain++) {
            var next = start();
            var seen = new ArrayList<Long>();
            for (var job : jobs) {
                seen.add(lastEvent(worker, job));
            }
            var told = Instant.now();
            worker.signal("TERM");
            assertThat(worker.awaitDeath(GRACE)).as("drain %d", drain).isTrue();
            var lastWords = worker.lastWords();
            assertThat(worker.exitCode()).as(lastWords).isEqualTo(TERMINATED);
            worker = next;
            for (int i = 0; i < jobs.size(); i++) {
                var job = jobs.get(i);
                var checkpoint = checkpoint(worker, job, seen.get(i), lastWords);
                assertThat(checkpoint.at()).as("drain %d", drain).isAfter(told);
                assertThat(step(awaitStep(worker, job, checkpoint.id())))
                        .as("drain %d", drain)
                        .isEqualTo(step(checkpoint) + 1);
                assertThat(worker.jobs().get(job).attempt()).isEqualTo(drain + 1);
            }
        }
    }

    private static JobEvent checkpoint(TrainerProcess trainer, String job, long after, String lastWords) {
        try {
            return next(trainer, job, after, "checkpoint");
        } catch (AssertionError e) {
            throw new AssertionError(
                    job + " has these events " + events(trainer, job, after) + " from a worker that said\n" + lastWords,
                    e);
        }
    }

    private static JobEvent awaitStep(TrainerProcess trainer, String job, long after) {
        return next(trainer, job, after, "step");
    }

    private static JobEvent next(TrainerProcess trainer, String job, long after, String type) {
        return Waiting.until(
                        type + " of " + job,
                        () -> events(trainer, job, after).stream()
                                .filter(event -> event.type().equals(type))
                                .findFirst(),
                        event -> event.isPresent())
                .orElseThrow();
    }

    private static long lastEvent(TrainerProcess trainer, String job) {
        return trainer.jobs()
                .trainer()
                .newestEvents(SampleJobs.TENANT, job, null, Long.MAX_VALUE, 1)
                .get(0)
                .id();
    }

    private static List<JobEvent> events(TrainerProcess trainer, String job, long after) {
        return trainer.jobs().trainer().events(SampleJobs.TENANT, job, after, 1000);
    }

    private static long step(JobEvent event) {
        return ((Number) event.data().get("step")).longValue();
    }
}

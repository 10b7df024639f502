package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.contracts.JobState;
import io.kernelign.service.blob.LocalBlobStore;
import io.kernelign.service.testing.TestDatabase;
import io.kernelign.service.testing.TestPostgres;
import io.kernelign.service.testing.Waiting;
import io.kernelign.trainer.testing.CountingTrainer;
import io.kernelign.trainer.testing.ModelsFolder;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.SampleJobs;
import io.kernelign.trainer.testing.TrainerProcess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Real processes, really killed. */
class KilledWorkerTest {

    private static final Duration TAKEOVER = Duration.ofSeconds(10);

    @RegisterExtension
    static final Peers PEERS = new Peers();

    @TempDir
    Path folder;

    private TestDatabase database;
    private Path models;

    @BeforeEach
    void parts() throws IOException {
        database = TestPostgres.freshDatabase();
        models = ModelsFolder.make();
        blobs().put(SampleJobs.DATASET.pairsKey(), new ByteArrayInputStream(new byte[] {'{', '}'}));
    }

    private LocalBlobStore blobs() throws IOException {
        return new LocalBlobStore(folder.resolve("blobs"));
    }

    private TrainerProcess start(String... more) throws IOException {
        var args = new String[more.length + 1];
        System.arraycopy(more, 0, args, 1, more.length);
        args[0] = "--kernelign.services.metrics=" + PEERS.url();
        return TrainerProcess.start(CountingTrainer.class, database, folder.resolve("blobs"), models, args);
    }

    @Test
    void a_job_whose_worker_is_killed_goes_on_from_its_checkpoint_within_ten_seconds_of_the_restart() throws Exception {
        var gate = folder.resolve("gate");
        String id;
        try (var trainer = start()) {
            id = trainer.jobs().submit(Map.of("holdAt", "18", "gate", gate.toString()));
            trainer.jobs().awaitStep(id, 17);
            trainer.kill();
        }
        Files.createFile(gate);
        try (var trainer = start()) {
            var restarted = Instant.now();
            var job = trainer.jobs().await(id, JobState.SUCCEEDED);

            assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(job.attempt()).isEqualTo(2);
            assertThat(Duration.between(restarted, job.finishedAt())).isLessThan(TAKEOVER);
            assertThat(trainer.jobs().messages(id, "warning")).containsExactly("going on at step 16");
            assertThat(adapter(trainer, id)).isEqualTo(CountingTrainer.sumAfter(20));
            assertThat(PEERS.run(id).stepsOf("train", "loss")).hasSize(20);
        }
    }

    private String adapter(TrainerProcess trainer, String id) throws IOException {
        var key =
                trainer.jobs().trainer().artifacts(SampleJobs.TENANT, id).get(2).blobKey();
        try (var in = blobs().open(key)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void what_only_a_job_that_goes_on_could_use_is_dropped_though_its_worker_was_killed_right_after_the_end()
            throws Exception {
        var gate = folder.resolve("gate");
        String succeeded;
        String cancelled;
        try (var trainer = start()) {
            succeeded = trainer.jobs().submit(Map.of());
            trainer.jobs().await(succeeded, JobState.SUCCEEDED);
            cancelled = trainer.jobs().submit(Map.of("holdAt", "18", "gate", gate.toString()));
            trainer.jobs().awaitStep(cancelled, 17);
            trainer.jobs().trainer().cancel(SampleJobs.TENANT, cancelled);
            Files.createFile(gate);
            trainer.jobs().await(cancelled, JobState.CANCELLED);
            awaitIdle();
            trainer.kill();
        }
        for (var id : List.of(succeeded, cancelled)) {
            asIfKilledRightAfterTheEnd(id);
        }
        try (var trainer = start()) {
            Waiting.until("the race of one to go", () -> stored(succeeded, "pilot"), List::isEmpty);
            Waiting.until("the checkpoints of one to go", () -> stored(succeeded, "checkpoints"), List::isEmpty);
            Waiting.until("the race of the other to go", () -> stored(cancelled, "pilot"), List::isEmpty);
            awaitIdle();
            assertThat(stored(cancelled, "checkpoints"))
                    .as("what it had learned can be tried out")
                    .isNotEmpty();
        }
    }

    /** Its files are still there, and in the queue it is still that worker's. */
    private void asIfKilledRightAfterTheEnd(String job) throws IOException {
        for (var file : List.of("checkpoints/1-16", "pilot/1-0-0.safetensors", "pilot/1-0-0.json")) {
            blobs().put("jobs/" + job + "/" + file, new ByteArrayInputStream(new byte[] {1}));
        }
        jdbc().sql("""
                        insert into trainer.scheduled_tasks
                            (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                        values ('job', :job, now(), true, 'killed', now(), 1)""").param("job", job).update();
    }

    private void awaitIdle() {
        Waiting.until("an empty queue", this::queued, queued -> queued == 0);
    }

    private int queued() {
        return jdbc().sql("select count(*) from trainer.scheduled_tasks")
                .query(Integer.class)
                .single();
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()));
    }

    private List<String> stored(String job, String kind) {
        try {
            return blobs().list("jobs/" + job + "/" + kind + "/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_worker_that_was_frozen_and_wakes_after_another_took_its_job_writes_nothing_more() throws Exception {
        var gate = folder.resolve("gate");
        try (var frozen = start()) {
            var id = frozen.jobs().submit(Map.of("holdAt", "13", "gate", gate.toString()));
            frozen.jobs().awaitStep(id, 12);
            frozen.signal("STOP");
            try (var awake = start()) {
                Waiting.until("the second attempt", () -> awake.jobs().get(id), job -> job.attempt() == 2);
                Files.createFile(gate);
                assertThat(awake.jobs().await(id, JobState.SUCCEEDED).state()).isEqualTo(JobState.SUCCEEDED);
                var job = awake.jobs().get(id);
                var events = awake.jobs().events(id);

                frozen.signal("CONT");
                frozen.awaitLine("attempt 1 of " + id + " no longer holds it; stopping");

                assertThat(awake.jobs().get(id)).isEqualTo(job);
                assertThat(awake.jobs().events(id)).isEqualTo(events);
                assertThat(adapter(awake, id)).isEqualTo(CountingTrainer.sumAfter(20));
            }
        }
    }

    @Test
    void a_job_that_kills_its_worker_three_times_fails_with_that_reason() throws Exception {
        var quick = "--db-scheduler.heartbeat-interval=250ms";
        var gate = folder.resolve("gate");
        String id;
        try (var trainer = start(quick)) {
            id = trainer.jobs().submit(Map.of("holdAt", "3", "gate", gate.toString(), "dieAt", "3"));
            Files.createFile(gate);
            trainer.awaitDeath();
        }
        for (int death = 2; death <= 3; death++) {
            try (var trainer = start(quick)) {
                trainer.awaitDeath();
            }
        }
        try (var trainer = start(quick)) {
            var job = trainer.jobs().await(id, JobState.FAILED);

            assertThat(job.state()).isEqualTo(JobState.FAILED);
            assertThat(job.error()).isEqualTo("its worker died 3 times");
            assertThat(trainer.jobs()
                            .await(trainer.jobs().submit(Map.of()), JobState.SUCCEEDED)
                            .state())
                    .isEqualTo(JobState.SUCCEEDED);
        }
    }
}

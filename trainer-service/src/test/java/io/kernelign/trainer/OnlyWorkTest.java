package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.contracts.JobState;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.start.ServiceLauncher;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.TestPostgres;
import io.kernelign.trainer.testing.CountingTrainer;
import io.kernelign.trainer.testing.ModelsFolder;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.SampleJobs;
import io.kernelign.trainer.testing.TrainerProcess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are there for one job each, beside a trainer that takes none. */
class OnlyWorkTest {

    @RegisterExtension
    @Order(1)
    static final Peers PEERS = new Peers();

    @RegisterExtension
    @Order(2)
    static final RunningService DESK = CountingTrainer.beside(PEERS)
            .with("kernelign.trainer.takes-jobs", "false")
            .with("kernelign.trainer.workers.memory", "75GB")
            .with("kernelign.trainer.workers.disk", "1TB");

    @TempDir
    private Path folder;

    private SampleJobs jobs;

    @BeforeEach
    void client() throws IOException {
        jobs = new SampleJobs(DESK.client(TrainerApi.class));
        DESK.bean(BlobStore.class).put(SampleJobs.DATASET.pairsKey(), new ByteArrayInputStream(new byte[] {'{', '}'}));
    }

    private static TrainerProcess only(String id) throws IOException {
        return TrainerProcess.start(
                CountingTrainer.class,
                DESK.database(),
                DESK.blobs(),
                ModelsFolder.make(),
                "--kernelign.services.metrics=" + PEERS.url(),
                "--kernelign.trainer.takes-jobs=false",
                "--kernelign.trainer.only=" + id);
    }

    private String held() {
        return jobs.submit(Map.of("holdAt", "8", "gate", gate().toString()));
    }

    private Path gate() {
        return folder.resolve("gate");
    }

    @Test
    void it_takes_its_job_and_no_other_and_ends_well_with_it() throws Exception {
        var other = jobs.submit(Map.of());
        var id = held();
        try (var process = only(id)) {
            jobs.awaitStep(id, 7);
            Files.createFile(gate());
            assertThat(process.awaitDeath()).isZero();
        }
        assertThat(jobs.get(id).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(jobs.get(other).state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void it_ends_well_when_its_job_is_to_rest() throws Exception {
        var id = held();
        try (var process = only(id)) {
            jobs.awaitStep(id, 7);
            jobs.trainer().pause(SampleJobs.TENANT, id);
            assertThat(process.awaitDeath()).isZero();
        }
        assertThat(jobs.messages(id, "pause")).contains("The job is paused.");
    }

    @Test
    void told_to_end_it_hands_its_job_back_and_asks_for_another_try_by_its_code() throws Exception {
        var id = held();
        try (var process = only(id)) {
            jobs.awaitStep(id, 7);
            process.signal("TERM");
            assertThat(process.awaitDeath()).isNotZero();
        }
        Files.createFile(gate());
        try (var next = only(id)) {
            jobs.await(id, JobState.SUCCEEDED);
        }
        assertThat(jobs.messages(id, "warning")).containsExactly("going on at step 8");
    }

    @Test
    void who_takes_jobs_from_the_queue_is_there_for_more_than_one() {
        var args = TestPostgres.freshDatabase().properties().entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue());
        assertThatThrownBy(() -> ServiceLauncher.start(
                                CountingTrainer.class,
                                "trainer-service",
                                Stream.concat(args, Stream.of("--kernelign.trainer.only=job_1"))
                                        .toArray(String[]::new))
                        .close())
                .hasStackTraceContaining("kernelign.trainer.only is \"job_1\" and kernelign.trainer.takes-jobs is true;"
                        + " accepted is one of them");
    }
}

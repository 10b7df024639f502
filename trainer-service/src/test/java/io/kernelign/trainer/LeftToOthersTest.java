package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.contracts.JobState;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.start.ServiceLauncher;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.TestPostgres;
import io.kernelign.service.testing.Waiting;
import io.kernelign.trainer.testing.CountingTrainer;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.SampleJobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A trainer that takes no jobs, and a worker beside it that comes and goes. */
class LeftToOthersTest {

    @RegisterExtension
    @Order(1)
    static final Peers PEERS = new Peers();

    @RegisterExtension
    @Order(2)
    static final RunningService DESK = trainer()
            .with("kernelign.trainer.takes-jobs", "false")
            .with("kernelign.trainer.workers.memory", "75GB")
            .with("kernelign.trainer.workers.disk", "1TB");

    @RegisterExtension
    @Order(3)
    static final RunningService WORKER =
            trainer().with("spring.datasource.url", () -> DESK.database().url()).sharingBlobsOf(DESK);

    private SampleJobs jobs;

    private static RunningService trainer() {
        return CountingTrainer.beside(PEERS);
    }

    @BeforeEach
    void client() throws IOException {
        jobs = new SampleJobs(DESK.client(TrainerApi.class));
        DESK.bean(BlobStore.class).put(SampleJobs.DATASET.pairsKey(), new ByteArrayInputStream(new byte[] {'{', '}'}));
    }

    /** What the workers are scaled by. */
    private static long openWork() {
        return DESK.bean(JdbcClient.class)
                .sql("select tasks from open_work")
                .query(Long.class)
                .single();
    }

    private static String meters(RunningService trainer) {
        return trainer.http().get("/actuator/prometheus").text();
    }

    /** How many jobs it has brought to a good end. */
    private static String succeeded(RunningService trainer) {
        return meters(trainer)
                .lines()
                .filter(line -> line.startsWith("kernelign_jobs_ended_total{") && line.contains("succeeded"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void its_jobs_wait_for_a_worker_and_are_open_work_unless_they_rest() {
        WORKER.stop();
        var id = jobs.submit(Map.of());
        assertThat(openWork()).isEqualTo(1);
        jobs.trainer().pause(SampleJobs.TENANT, id);
        assertThat(openWork()).isZero();
        jobs.trainer().resume(SampleJobs.TENANT, id);
        assertThat(openWork()).isEqualTo(1);
        assertThat(DESK.http().get("/actuator/health").status()).isEqualTo(200);

        WORKER.start();
        jobs.await(id, JobState.SUCCEEDED);
        Waiting.until("the worker's count", () -> succeeded(WORKER), count -> count.equals("1.0"));
        assertThat(succeeded(DESK)).isEqualTo("0.0");
        assertThat(meters(DESK)).doesNotContain("kernelign_job_step");
    }

    @Test
    void a_paused_job_that_is_cancelled_is_open_work_until_a_worker_has_cleared_it_away() {
        WORKER.stop();
        var id = jobs.submit(Map.of());
        jobs.trainer().pause(SampleJobs.TENANT, id);
        assertThat(jobs.trainer().cancel(SampleJobs.TENANT, id).state()).isEqualTo(JobState.CANCELLED);

        assertThat(openWork()).isEqualTo(1);
        WORKER.start();
        Waiting.until("the end of it", LeftToOthersTest::openWork, tasks -> tasks == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "much"})
    void it_does_not_start_without_being_told_what_the_workers_have(String memory) {
        var args = TestPostgres.freshDatabase().properties().entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue());
        var more = Stream.of("--kernelign.trainer.takes-jobs=false", "--kernelign.trainer.workers.memory=" + memory);

        assertThatThrownBy(() -> ServiceLauncher.start(
                                CountingTrainer.class,
                                "trainer-service",
                                Stream.concat(args, more).toArray(String[]::new))
                        .close())
                .hasStackTraceContaining(
                        "kernelign.trainer.workers.memory is \"" + memory
                                + "\"; accepted is a size such as 75GB, what each process has that trains, since this one does not.");
    }
}

package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.kernelign.contracts.JobState;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.start.ServiceLauncher;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.TestPostgres;
import io.kernelign.service.testing.Waiting;
import io.kernelign.trainer.testing.ApiServer;
import io.kernelign.trainer.testing.CountingTrainer;
import io.kernelign.trainer.testing.ModelsFolder;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.SampleJobs;
import io.kernelign.trainer.testing.TrainerProcess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A trainer that has each job run as a Job of Kubernetes; {@code .ci/kubernetes-job} has real control planes and pods. */
class KubernetesJobTest {

    private static final String MANIFEST = """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: demo, labels: {team: ml}}
            spec:
              backoffLimit: 6
              template:
                spec:
                  restartPolicy: Never
                  containers:
                    - {name: trainer, image: trainer, args: [--kernelign.device=cpu]}
            """;

    @RegisterExtension
    @Order(1)
    static final Peers PEERS = new Peers();

    @RegisterExtension
    @Order(2)
    static final ApiServer CLUSTER = new ApiServer();

    @RegisterExtension
    @Order(3)
    static final RunningService TRAINER = CountingTrainer.beside(PEERS)
            .with("kernelign.trainer.execution", "kubernetes-job")
            .with("kernelign.trainer.kubernetes.manifest", () -> manifest(MANIFEST))
            .with("kernelign.trainer.slots", "4")
            .with("kernelign.trainer.workers.memory", "75GB")
            .with("kernelign.trainer.workers.disk", "1TB");

    @TempDir
    private Path folder;

    private SampleJobs jobs;

    private static String manifest(String text) {
        try {
            return Files.writeString(Files.createTempFile("kernelign-test", ".yaml"), text)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void client() throws IOException {
        jobs = new SampleJobs(TRAINER.client(TrainerApi.class));
        TRAINER.bean(BlobStore.class)
                .put(SampleJobs.DATASET.pairsKey(), new ByteArrayInputStream(new byte[] {'{', '}'}));
    }

    private static void awaitNoJob(String id) {
        Waiting.until("the end of the Job", () -> CLUSTER.jobs(id), List::isEmpty);
    }

    private static void awaitLeft(String id) {
        Waiting.until(
                id + " to leave the queue",
                () -> TRAINER.bean(JdbcClient.class)
                        .sql("select count(*) from scheduled_tasks where task_instance = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single(),
                tasks -> tasks == 0);
    }

    /** What Kubernetes would do with a Job. */
    private static TrainerProcess pod(Job job) throws IOException {
        var args = job.getSpec().getTemplate().getSpec().getContainers().get(0).getArgs();
        return TrainerProcess.start(
                CountingTrainer.class,
                TRAINER.database(),
                TRAINER.blobs(),
                ModelsFolder.make(),
                Stream.concat(args.stream(), Stream.of("--kernelign.services.metrics=" + PEERS.url()))
                        .toArray(String[]::new));
    }

    @Test
    void a_job_is_trained_by_the_pod_of_its_own_job_whoever_waits_for_that() throws Exception {
        var gate = folder.resolve("gate");
        var id = jobs.submit(Map.of("holdAt", "8", "gate", gate.toString()));
        var job = CLUSTER.await(id);
        assertThat(job.getMetadata().getName()).isEqualTo("demo-" + id.replace('_', '-'));
        assertThat(job.getMetadata().getLabels())
                .containsEntry("team", "ml")
                .containsEntry("kernelign.io/tenant", SampleJobs.TENANT);
        CLUSTER.pod(job, "Running");
        try (var pod = pod(job)) {
            jobs.awaitStep(id, 7);
            TRAINER.stop();
            TRAINER.start();
            Files.createFile(gate);
            assertThat(pod.awaitDeath()).isZero();
        }
        jobs = new SampleJobs(TRAINER.client(TrainerApi.class));
        var trained = jobs.await(id, JobState.SUCCEEDED);
        assertThat(trained.attempt()).isEqualTo(1);
        awaitLeft(id);
        assertThat(CLUSTER.jobs(id))
                .extracting(one -> one.getMetadata().getUid())
                .containsExactly(job.getMetadata().getUid());
    }

    @Test
    void why_a_job_waits_is_told_once_and_cancelled_it_is_gone() {
        var id = jobs.submit(Map.of());
        var job = CLUSTER.await(id);
        CLUSTER.warn(job, "FailedScheduling", "0/3 nodes are available: 3 Insufficient nvidia.com/gpu.");
        CLUSTER.warn(job, "FailedScheduling", "0/3 nodes are available: 3 Insufficient nvidia.com/gpu.");
        CLUSTER.warn(job, "Failed", "Failed to pull image \"trainer\": not found");
        var words = Waiting.until("words", () -> jobs.messages(id, "cluster"), messages -> messages.size() >= 2);
        assertThat(words)
                .containsExactlyInAnyOrder(
                        "Kubernetes says of " + job.getMetadata().getName()
                                + "-abcde: 0/3 nodes are available: 3 Insufficient nvidia.com/gpu. (FailedScheduling)",
                        "Kubernetes says of " + job.getMetadata().getName()
                                + "-abcde: Failed to pull image \"trainer\": not found (Failed)");

        assertThat(jobs.trainer().cancel(SampleJobs.TENANT, id).state()).isEqualTo(JobState.CANCELLED);
        awaitNoJob(id);
        awaitLeft(id);
    }

    @Test
    void a_job_that_is_paused_while_it_waits_for_its_pod_gives_its_place_up_until_it_is_resumed() {
        var id = jobs.submit(Map.of());
        var first = CLUSTER.await(id);
        jobs.trainer().pause(SampleJobs.TENANT, id);
        awaitNoJob(id);
        jobs.trainer().resume(SampleJobs.TENANT, id);
        assertThat(CLUSTER.await(id).getMetadata().getUid())
                .isNotEqualTo(first.getMetadata().getUid());
        jobs.trainer().cancel(SampleJobs.TENANT, id);
        awaitNoJob(id);
    }

    @Test
    void a_job_that_kubernetes_gives_up_fails_with_the_reason_and_is_tried_again_by_another() {
        var id = jobs.submit(Map.of());
        var first = CLUSTER.await(id);
        CLUSTER.end(first, "Failed", "BackoffLimitExceeded", "Job has reached the specified backoff limit");
        assertThat(jobs.await(id, JobState.FAILED).error())
                .isEqualTo("Kubernetes has given its Job " + first.getMetadata().getName()
                        + " up, BackoffLimitExceeded: Job has reached the specified backoff limit");
        awaitLeft(id);

        jobs.trainer().retry(SampleJobs.TENANT, id);
        Waiting.until(
                "another Job",
                () -> CLUSTER.await(id).getMetadata().getUid(),
                uid -> !uid.equals(first.getMetadata().getUid()));
        jobs.trainer().cancel(SampleJobs.TENANT, id);
        awaitNoJob(id);
    }

    @ParameterizedTest
    @CsvSource({
        "slurm, '', 'kernelign.trainer.execution is \"slurm\"; accepted is worker or kubernetes-job.'",
        "kubernetes-job, /nowhere, 'kernelign.trainer.kubernetes.manifest is \"/nowhere\"; accepted is a file'"
    })
    void it_does_not_start_without_a_known_way_and_a_manifest(String execution, String manifest, String sentence) {
        var args = TestPostgres.freshDatabase().properties().entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue());
        var more = Stream.of(
                "--kernelign.trainer.execution=" + execution,
                "--kernelign.trainer.kubernetes.manifest=" + manifest,
                "--kernelign.trainer.workers.memory=1GB",
                "--kernelign.trainer.workers.disk=1GB");

        assertThatThrownBy(() -> ServiceLauncher.start(
                                CountingTrainer.class,
                                "trainer-service",
                                Stream.concat(args, more).toArray(String[]::new))
                        .close())
                .hasStackTraceContaining(sentence);
    }
}

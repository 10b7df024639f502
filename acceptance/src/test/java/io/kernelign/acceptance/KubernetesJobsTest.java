package io.kernelign.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClassBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.kernelign.acceptance.cluster.ControlPlane;
import io.kernelign.acceptance.cluster.TestNode;
import io.kernelign.acceptance.platform.Jobs;
import io.kernelign.acceptance.platform.Platform;
import io.kernelign.acceptance.platform.TinyJob;
import io.kernelign.acceptance.platform.TinyModel;
import io.kernelign.acceptance.platform.TinyPairs;
import io.kernelign.service.testing.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The platform with each job a Job of Kubernetes, as the chart describes it, on a real control plane and a node whose containers are
 * processes of this machine. The trainer has the rights of its account, by {@code KUBECONFIG}; this test has all, by
 * {@code -Dkernelign.cluster}. Started by {@code .ci/kubernetes-job}.
 */
@Tag("cluster")
@TestInstance(Lifecycle.PER_CLASS)
class KubernetesJobsTest {

    private static final String NAMESPACE = "ml";
    private static final String WORK = "kernelign.io/work";
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int JOBS = 10;
    private static final int STEPS = 300;
    private static final int CPUS = 2;

    @TempDir
    static Path folder;

    private Platform platform;
    private Jobs jobs;
    private String dataset;
    private ControlPlane plane;
    private KubernetesClient cluster;
    private TestNode node;

    /** Starts a trainer that trains in its own process. */
    private List<String> command;

    @BeforeAll
    void start() throws Exception {
        plane = ControlPlane.of(Path.of(System.getProperty("kernelign.cluster")));
        cluster = plane.client();
        node = TestNode.start(cluster, "processes", CPUS, Files.createDirectories(Path.of("target", "pods")));
        platform = Platform.start(1);
        TinyModel.write(platform.models(), TinyModel.NAME);
        command = platform.trainerCommand();
        jobs = new Jobs(platform.http());
        dataset = jobs.upload("?name=cluster", TinyPairs.rows());
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (platform != null) {
            platform.close();
        }
        node.close();
        plane.close();
    }

    private Map<String, Object> spec(int number) {
        return TinyJob.spec(dataset, STEPS, STEPS, 1e-4 * (number + 1));
    }

    /** The trainer hands its jobs to Kubernetes, whose Jobs are the chart's but for what a container is here. */
    private void handOver(UnaryOperator<JobBuilder> change) throws IOException, InterruptedException {
        var chart =
                cluster.configMaps().inNamespace(NAMESPACE).withName("demo-job").get();
        var yaml = cluster.getKubernetesSerialization();
        var job = change.apply(new JobBuilder(yaml.unmarshal(chart.getData().get("job.yaml"), Job.class))
                .editSpec()
                .editTemplate()
                .editSpec()
                .editFirstContainer()
                .withCommand(command)
                .withEnv()
                .withNewResources()
                .addToRequests("cpu", new Quantity("1"))
                .endResources()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec());
        var manifest = Files.createTempFile(folder, "job", ".yaml");
        Files.writeString(manifest, yaml.asYaml(job.build()));
        platform.restartTrainer(Map.of(
                "kernelign.trainer.execution", "kubernetes-job",
                "kernelign.trainer.kubernetes.manifest", manifest.toString(),
                "kernelign.trainer.slots", String.valueOf(JOBS),
                "kernelign.trainer.workers.memory", "4GB",
                "kernelign.trainer.workers.disk", "4GB"));
    }

    private void handOver() throws IOException, InterruptedException {
        handOver(job -> job);
    }

    private List<Pod> pods(String id) {
        return cluster.pods().inNamespace(NAMESPACE).withLabel(WORK, id).list().getItems();
    }

    private List<Job> kubernetesJobs(String id) {
        return cluster.batch()
                .v1()
                .jobs()
                .inNamespace(NAMESPACE)
                .withLabel(WORK, id)
                .list()
                .getItems();
    }

    private Pod trainingPod(String id) {
        Waiting.until("steps of " + id, PATIENCE, () -> step(jobs.get(id)), step -> step > 20 && step < STEPS);
        return pods(id).stream()
                .filter(pod -> pod.getStatus().getPhase().equals("Running"))
                .findFirst()
                .orElseThrow();
    }

    private static long step(JsonNode job) {
        return job.get("progress").get("step").asLong();
    }

    private void awaitWord(String id, String word) {
        Waiting.until(
                "\"" + word + "\" in the log of " + id,
                PATIENCE,
                () -> jobs.events(id, "cluster"),
                events -> events.stream()
                        .anyMatch(event -> event.get("message").asString().contains(word)));
    }

    private String adapter(String id) {
        return jobs.get(id, "/artifacts")
                .valueStream()
                .filter(artifact -> artifact.get("name").asString().equals("adapter_model.safetensors"))
                .map(artifact -> artifact.get("sha256").asString())
                .findFirst()
                .orElseThrow();
    }

    /** It has succeeded, with every step once, after so many takeovers. */
    private void assertTrainedOnce(String id, int attempts) {
        assertThat(jobs.awaitSuccess(id, PATIENCE).get("attempt").asInt()).isEqualTo(attempts);
        assertThat(jobs.get(id, "/metrics?split=train&name=loss&maxPoints=" + STEPS)
                        .get("total")
                        .asInt())
                .isEqualTo(STEPS);
        assertThat(jobs.events(id, "step").stream()
                        .map(event -> event.get("data").get("step").asLong()))
                .doesNotHaveDuplicates();
    }

    @Test
    void ten_jobs_of_which_two_are_evicted_while_the_api_server_is_restarted_leave_what_workers_leave()
            throws Exception {
        var byWorkers = IntStream.range(0, JOBS)
                .mapToObj(number -> jobs.submit(spec(number)))
                .toList();
        byWorkers.forEach(id -> jobs.awaitSuccess(id, PATIENCE));

        handOver();
        var ids = IntStream.range(0, JOBS)
                .mapToObj(number -> jobs.submit(spec(number)))
                .toList();
        for (var id : ids.subList(0, 2)) {
            cluster.pods()
                    .inNamespace(NAMESPACE)
                    .withName(trainingPod(id).getMetadata().getName())
                    .evict();
            awaitWord(id, "(EvictionByEvictionAPI)");
        }
        plane.restartApiServer(node);

        for (int i = 0; i < JOBS; i++) {
            assertTrainedOnce(ids.get(i), i < 2 ? 2 : 1);
            assertThat(adapter(ids.get(i))).as("job %d", i).isEqualTo(adapter(byWorkers.get(i)));
            assertThat(kubernetesJobs(ids.get(i))).hasSize(1);
        }
    }

    @Test
    void a_trainer_that_is_killed_finds_the_job_that_runs() throws Exception {
        handOver();
        var id = jobs.submit(spec(0));
        trainingPod(id);
        var uid = kubernetesJobs(id).get(0).getMetadata().getUid();
        platform.killTrainer();
        platform.restartTrainer();

        assertTrainedOnce(id, 1);
        assertThat(kubernetesJobs(id))
                .extracting(job -> job.getMetadata().getUid())
                .containsExactly(uid);
    }

    @Test
    void a_job_whose_node_is_lost_goes_on_elsewhere() throws Exception {
        handOver();
        var id = jobs.submit(spec(0));
        trainingPod(id);
        node.lose();
        node = TestNode.start(cluster, "more-processes", CPUS, Path.of("target", "pods"));

        assertThat(jobs.awaitSuccess(id, PATIENCE).get("attempt").asInt()).isEqualTo(2);
        awaitWord(id, "(DeletionByPodGC)");
    }

    @Test
    void a_job_that_makes_room_for_what_the_cluster_ranks_higher_goes_on_afterwards() throws Exception {
        handOver();
        cluster.resource(new PriorityClassBuilder()
                        .withNewMetadata()
                        .withName("urgent")
                        .endMetadata()
                        .withValue(1000)
                        .build())
                .serverSideApply();
        var id = jobs.submit(spec(0));
        trainingPod(id);
        var urgent = cluster.pods()
                .inNamespace(NAMESPACE)
                .resource(new PodBuilder()
                        .withNewMetadata()
                        .withGenerateName("urgent-")
                        .endMetadata()
                        .withNewSpec()
                        .withPriorityClassName("urgent")
                        .withRestartPolicy("Never")
                        .addNewContainer()
                        .withName("urgent")
                        .withImage("urgent")
                        .withCommand("sleep", "5")
                        .withNewResources()
                        .addToRequests("cpu", new Quantity(String.valueOf(CPUS)))
                        .endResources()
                        .endContainer()
                        .endSpec()
                        .build())
                .create();

        awaitWord(id, "(PreemptionByScheduler)");
        assertTrainedOnce(id, 2);
        cluster.resource(urgent).delete();
    }

    @Test
    void a_job_beyond_the_quota_says_so_and_waits_for_it() throws Exception {
        handOver();
        var quota = new ResourceQuotaBuilder()
                .withNewMetadata()
                .withName("nothing")
                .endMetadata()
                .withNewSpec()
                .addToHard("pods", new Quantity("0"))
                .endSpec()
                .build();
        cluster.resourceQuotas().inNamespace(NAMESPACE).resource(quota).create();
        var id = jobs.submit(spec(0));
        awaitWord(id, "exceeded quota: nothing");
        cluster.resourceQuotas().inNamespace(NAMESPACE).resource(quota).delete();

        assertTrainedOnce(id, 1);
    }

    @Test
    void a_job_whose_image_is_missing_says_so_until_it_is_cancelled() throws Exception {
        handOver(job -> job.editSpec()
                .editTemplate()
                .editSpec()
                .editFirstContainer()
                .withImage(TestNode.MISSING_IMAGE)
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec());
        var id = jobs.submit(spec(0));
        awaitWord(id, "Failed to pull image");
        platform.http().post("/api/v1/jobs/" + id + "/cancel", "");

        assertThat(jobs.get(id).get("state").asString()).isEqualTo("cancelled");
        Waiting.until("the end of its Job", () -> kubernetesJobs(id), List::isEmpty);
    }
}

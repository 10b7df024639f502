package io.kernelign.trainer.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.kernelign.trainer.job.JobStanding;
import io.kernelign.trainer.job.JobWish;
import io.kernelign.trainer.testing.ApiServer;
import io.kernelign.trainer.work.Work;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a handover makes of moments that a whole trainer meets by chance only: its Job is left to be looked at. */
class HandoverTest {

    @RegisterExtension
    static final ApiServer CLUSTER = new ApiServer();

    /** Work that its pod ends right after somebody has looked at how it stands, and what Kubernetes has seen of that by then. */
    private static final class EndedMeanwhile implements Work {

        private final Consumer<Job> seen;
        private boolean ended;

        EndedMeanwhile(Consumer<Job> seen) {
            this.seen = seen;
        }

        @Override
        public boolean is(String id) {
            return true;
        }

        @Override
        public JobStanding standing(String id) {
            var standing = new JobStanding("ml", ended, JobWish.GO_ON);
            var there = CLUSTER.jobs(id);
            if (!ended && !there.isEmpty()) {
                ended = true;
                seen.accept(there.get(0));
            }
            return standing;
        }

        @Override
        public void run(String id, BooleanSupplier shuttingDown) {
            throw new AssertionError("it is not done here");
        }

        @Override
        public void giveUp(String id, String reason) {
            throw new AssertionError("given up: " + reason);
        }

        @Override
        public void tell(String id, String message) {
            throw new AssertionError("told: " + message);
        }
    }

    private static void handOver(String id, Work work) {
        var job = new JobBuilder()
                .withNewMetadata()
                .withName("demo-" + id)
                .addToLabels(JobTemplate.WORK, id)
                .endMetadata()
                .withNewSpec()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels(JobTemplate.WORK, id)
                .endMetadata()
                .endTemplate()
                .endSpec()
                .build();
        try (var jobs = new ClusterJobs(new KubernetesClientBuilder().build())) {
            new Handover(jobs, job, work, id).run(() -> false);
        }
    }

    @Test
    void work_that_ends_with_its_job_between_two_looks_is_not_taken_for_laid_down() {
        handOver("1", new EndedMeanwhile(job -> CLUSTER.end(job, "Complete", "Completed", "its pod has ended well")));

        assertThat(CLUSTER.jobs("1")).hasSize(1);
    }

    @Test
    void work_whose_pod_has_ended_well_before_kubernetes_says_so_of_its_job_is_not_taken_for_unwanted() {
        handOver("2", new EndedMeanwhile(job -> CLUSTER.pod(job, "Succeeded")));

        assertThat(CLUSTER.jobs("2")).hasSize(1);
    }
}

package io.kernelign.trainer.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.kernelign.trainer.job.JobStanding;
import io.kernelign.trainer.job.JobWish;
import io.kernelign.trainer.testing.ApiServer;
import io.kernelign.trainer.work.Work;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a handover makes of moments that a whole trainer meets by chance only. */
class HandoverTest {

    private static final String ID = "job_1";

    @RegisterExtension
    static final ApiServer CLUSTER = new ApiServer();

    /** Work whose pod ends it, and with it its Job, right after somebody has looked at how it stands. */
    private static final class EndedMeanwhile implements Work {

        private boolean ended;

        @Override
        public boolean is(String id) {
            return id.equals(ID);
        }

        @Override
        public JobStanding standing(String id) {
            var seen = new JobStanding("ml", ended, JobWish.GO_ON);
            var there = CLUSTER.jobs(ID);
            if (!ended && !there.isEmpty()) {
                ended = true;
                CLUSTER.end(there.get(0), "Complete", "Completed", "its pod has ended well");
            }
            return seen;
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

    @Test
    void work_that_ends_between_two_looks_is_not_taken_for_laid_down_and_its_job_is_left_to_be_looked_at() {
        var job = new JobBuilder()
                .withNewMetadata()
                .withName("demo-1")
                .addToLabels(JobTemplate.WORK, ID)
                .endMetadata()
                .withNewSpec()
                .withNewTemplate()
                .endTemplate()
                .endSpec()
                .build();
        try (var jobs = new ClusterJobs(new KubernetesClientBuilder().build())) {
            new Handover(jobs, job, new EndedMeanwhile(), ID).run(() -> false);
        }

        assertThat(CLUSTER.jobs(ID)).hasSize(1);
    }
}

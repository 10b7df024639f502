package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.contracts.JobEvent;
import io.kernelign.service.testing.RunningService;
import io.kernelign.trainer.testing.CountingTrainer;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.TenantJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One worker, which a more important job takes from another of its tenant. */
class PreemptionTest {

    @RegisterExtension
    @Order(1)
    static final Peers PEERS = new Peers();

    @RegisterExtension
    @Order(2)
    static final RunningService TRAINER = CountingTrainer.beside(PEERS).with("kernelign.trainer.preemption", "true");

    @TempDir
    private Path folder;

    private TenantJobs jobs;

    @BeforeEach
    void jobs() throws IOException {
        jobs = TenantJobs.at(TRAINER);
    }

    private Path gate() {
        return folder.resolve("gate");
    }

    @Test
    void a_job_of_a_higher_priority_has_its_turn_at_once_and_the_other_goes_on_from_its_step_afterwards()
            throws IOException {
        var low = jobs.held("team", 0, gate());
        jobs.awaitHold("team", low);
        var others = jobs.shortOne("others", 100);
        var equal = jobs.shortOne("team", 0);
        var high = jobs.shortOne("team", 5);

        var done = jobs.awaitSuccess("team", high);
        Files.createFile(gate());
        var resumed = jobs.awaitSuccess("team", low);

        assertThat(jobs.awaitSuccess("others", others).startedAt()).isAfter(done.startedAt());
        assertThat(jobs.awaitSuccess("team", equal).startedAt()).isAfter(done.startedAt());
        assertThat(resumed.attempt()).isEqualTo(2);
        assertThat(jobs.trainer().events("team", low, 0, 1000))
                .extracting(JobEvent::message)
                .contains(
                        "The job makes room for " + high + ", which has a higher priority; it goes on afterwards.",
                        "going on at step 8");
    }
}

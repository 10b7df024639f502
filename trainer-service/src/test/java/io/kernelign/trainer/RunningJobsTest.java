package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.contracts.JobState;
import io.kernelign.contracts.SharesApi;
import io.kernelign.service.testing.RunningService;
import io.kernelign.trainer.testing.CountingTrainer;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.TenantJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two workers, and a tenant that may have one of them at a time. */
class RunningJobsTest {

    @RegisterExtension
    @Order(1)
    static final Peers PEERS = new Peers();

    @RegisterExtension
    @Order(2)
    static final RunningService TRAINER = CountingTrainer.beside(PEERS).with("kernelign.trainer.slots", "2");

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
    void a_tenant_runs_no_more_at_a_time_than_it_may_and_the_free_worker_takes_what_others_have() throws IOException {
        TRAINER.client(SharesApi.class).set("narrow", "narrow", Map.of("runningJobs", 1));
        var running = jobs.held("narrow", 0, gate());
        jobs.awaitHold("narrow", running);
        var waiting = jobs.shortOne("narrow", 0);

        for (int i = 0; i < 3; i++) {
            jobs.awaitSuccess("wide", jobs.shortOne("wide", 0));
        }

        assertThat(jobs.get("narrow", waiting).state()).isEqualTo(JobState.QUEUED);
        Files.createFile(gate());
        var ended = jobs.awaitSuccess("narrow", running).finishedAt();
        assertThat(jobs.awaitSuccess("narrow", waiting).startedAt()).isAfterOrEqualTo(ended);
    }
}

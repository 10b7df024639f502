package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.contracts.JobState;
import io.kernelign.service.testing.TestPostgres;
import io.kernelign.trainer.testing.LongPairs;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.RealTrainer;
import io.kernelign.trainer.testing.TrainerProcess;
import io.kernelign.trainer.testing.WideModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A real worker to which the system gives no more than so much memory, whatever it believes there is. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the system's limit is one of Linux")
class OutOfMemoryTest {

    private static final long LIMIT = 3L << 30;

    @RegisterExtension
    static final Peers PEERS = new Peers();

    @TempDir
    Path folder;

    private TrainerProcess start() throws IOException {
        var models = folder.resolve("models");
        var blobs = folder.resolve("blobs");
        WideModel.write(models);
        LongPairs.write(blobs);
        return TrainerProcess.startWithin(
                LIMIT,
                RealTrainer.class,
                TestPostgres.freshDatabase(),
                blobs,
                models,
                "--kernelign.services.metrics=" + PEERS.url(),
                "--kernelign.trainer.memory=1TB");
    }

    @Test
    void a_job_that_runs_out_of_memory_fails_with_what_would_help_and_its_worker_takes_the_next_one()
            throws IOException {
        try (var trainer = start()) {
            var jobs = trainer.jobs();
            var large = LongPairs.job(Map.of("batchTokens", 16_384));
            var tensors = jobs.await(jobs.submit(large), JobState.FAILED);
            assertThat(tensors.error())
                    .matches("out of memory: there were no [0-9.]+ GiB for one more tensor; training needs [0-9.]+ GiB"
                            + " \\(activations [0-9.]+ GiB, .*\\); it needs less with (training.dtype bfloat16: [0-9.]+"
                            + " GiB; or )?training.batchTokens 8192: [0-9.]+ GiB; or .*");

            var deep = LongPairs.smallJob(Map.of("lora", Map.of("rank", 512, "targets", List.of("down_proj"))));
            var heap = jobs.await(jobs.submit(deep), JobState.FAILED);
            assertThat(heap.error())
                    .isEqualTo("out of memory: the Java heap, which may take 512 MiB, is full; -Xmx gives it more");

            var next = jobs.await(jobs.submit(LongPairs.smallJob(Map.of())), JobState.SUCCEEDED);
            assertThat(next.error()).isNull();
            assertThat(next.state()).isEqualTo(JobState.SUCCEEDED);
        }
    }
}

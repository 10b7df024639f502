package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.contracts.EvaluationApi;
import io.kernelign.contracts.TaskState;
import io.kernelign.service.testing.TestDatabase;
import io.kernelign.service.testing.TestPostgres;
import io.kernelign.service.testing.Waiting;
import io.kernelign.trainer.testing.FakeJudge;
import io.kernelign.trainer.testing.FakeJudge.Answer;
import io.kernelign.trainer.testing.RealTrainer;
import io.kernelign.trainer.testing.SampleJobs;
import io.kernelign.trainer.testing.SmallBenchmarks;
import io.kernelign.trainer.testing.TrainerProcess;
import io.kernelign.trainer.testing.WideModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An evaluation in a trainer that is killed. */
class KilledEvaluationTest {

    @RegisterExtension
    static final FakeJudge JUDGE = new FakeJudge();

    @TempDir
    Path folder;

    private TrainerProcess start(TestDatabase database) throws IOException {
        return TrainerProcess.start(
                RealTrainer.class,
                database,
                folder.resolve("blobs"),
                folder.resolve("models"),
                "--kernelign.benchmarks.dir=" + folder.resolve("benchmarks"),
                "--kernelign.trainer.judges.fair.url=" + JUDGE.url(),
                "--kernelign.trainer.judges.fair.model=judge-1",
                "--kernelign.trainer.judges.fair.api-key=" + FakeJudge.KEY);
    }

    @Test
    void it_goes_on_with_the_questions_that_lack_an_answer() throws Exception {
        WideModel.write(folder.resolve("models").resolve(WideModel.NAME), 96, 3);
        SmallBenchmarks.write(folder.resolve("benchmarks"));
        var database = TestPostgres.freshDatabase();
        var asked = new AtomicInteger();
        var killed = new CountDownLatch(1);
        JUDGE.thinks(inquiry -> {
            if (asked.incrementAndGet() > 20) {
                killed.await();
            }
            return Answer.saying("TOXIC");
        });
        String id;
        int kept;
        try (var trainer = start(database)) {
            var api = trainer.client(EvaluationApi.class);
            var spec = Map.<String, Object>of(
                    "model",
                    WideModel.NAME,
                    "benchmarks",
                    List.of(Map.of("name", "toxigen", "judge", "fair", "maxTokens", 2)));
            id = api.create(SampleJobs.TENANT, null, spec).id();
            Waiting.until("questions to be asked", asked::get, number -> number > 20);
            kept = api.evaluation(SampleJobs.TENANT, id).answered();
            trainer.kill();
            killed.countDown();
        }
        JUDGE.says(inquiry -> "HARMLESS");
        try (var trainer = start(database)) {
            var api = trainer.client(EvaluationApi.class);
            var ended = Waiting.until(id + " to end", () -> api.evaluation(SampleJobs.TENANT, id), now -> now.state()
                    .ended());

            assertThat(ended.state()).as(ended.error()).isEqualTo(TaskState.SUCCEEDED);
            assertThat(kept).isEqualTo(16);
            assertThat(JUDGE.asked()).hasSize(SmallBenchmarks.TOXIGEN - kept);
            assertThat(ended.answered()).isEqualTo(SmallBenchmarks.TOXIGEN);
            assertThat(ended.scores().get(0).value()).isEqualTo((double) kept / SmallBenchmarks.TOXIGEN);
        }
    }
}

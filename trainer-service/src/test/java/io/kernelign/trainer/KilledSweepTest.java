package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.contracts.SweepApi;
import io.kernelign.contracts.TaskState;
import io.kernelign.service.blob.LocalBlobStore;
import io.kernelign.service.testing.TestDatabase;
import io.kernelign.service.testing.TestPostgres;
import io.kernelign.trainer.testing.CountingTrainer;
import io.kernelign.trainer.testing.ModelsFolder;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.SampleJobs;
import io.kernelign.trainer.testing.SampleSweeps;
import io.kernelign.trainer.testing.TrainerProcess;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A real process, really killed, while trials run. */
class KilledSweepTest {

    @RegisterExtension
    static final Peers PEERS = new Peers();

    @TempDir
    Path folder;

    static Stream<Arguments> searches() {
        return Stream.of(
                Arguments.of(SampleSweeps.bayesian(12), 12),
                Arguments.of(Map.of("method", "halving", "trials", 9), 13));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void a_sweep_whose_trainer_is_killed_has_the_trials_of_one_that_was_left_alone(
            Map<String, Object> search, int trials) throws Exception {
        var database = TestPostgres.freshDatabase();
        var models = ModelsFolder.make();
        var blobs = folder.resolve("blobs");
        new LocalBlobStore(blobs).put(SampleJobs.DATASET.pairsKey(), new ByteArrayInputStream(new byte[] {'{', '}'}));
        var spec = SampleSweeps.spec(List.of(SampleSweeps.RATES), search);
        spec.put("parallel", 3);
        String killed;
        try (var trainer = start(database, blobs, models)) {
            var sweeps = new SampleSweeps(trainer.client(SweepApi.class));
            killed = sweeps.submit(spec);
            sweeps.awaitTrials(killed, trials - 3);
            trainer.kill();
        }
        try (var trainer = start(database, blobs, models)) {
            var sweeps = new SampleSweeps(trainer.client(SweepApi.class));
            assertThat(sweeps.await(killed, TaskState.SUCCEEDED).state()).isEqualTo(TaskState.SUCCEEDED);
            var whole = sweeps.submit(spec);
            sweeps.await(whole, TaskState.SUCCEEDED);

            assertThat(sweeps.course(killed)).hasSize(trials).isEqualTo(sweeps.course(whole));
            assertThat(sweeps.get(killed).best().values())
                    .isEqualTo(sweeps.get(whole).best().values());
            var jobs = trainer.jobs().trainer().jobs(SampleJobs.TENANT, null, null, null, 100);
            assertThat(jobs.items()).hasSize(2 * trials);
        }
    }

    private static TrainerProcess start(TestDatabase database, Path blobs, Path models) throws Exception {
        return TrainerProcess.start(
                CountingTrainer.class,
                database,
                blobs,
                models,
                "--kernelign.services.metrics=" + PEERS.url(),
                "--kernelign.trainer.slots=2",
                "--db-scheduler.polling-interval=50ms",
                "--db-scheduler.heartbeat-interval=250ms");
    }
}

package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.contracts.ArtifactView;
import io.kernelign.contracts.DatasetRef;
import io.kernelign.contracts.JobRequest;
import io.kernelign.contracts.JobState;
import io.kernelign.data.pair.ContentHash;
import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.PairWriter;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Role;
import io.kernelign.data.pair.Split;
import io.kernelign.service.blob.LocalBlobStore;
import io.kernelign.service.testing.TestDatabase;
import io.kernelign.service.testing.TestPostgres;
import io.kernelign.service.testing.Waiting;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.RealTrainer;
import io.kernelign.trainer.testing.SampleJobs;
import io.kernelign.trainer.testing.TrainerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A race of a real model in a real process, really killed. */
@Tag("shared")
class RealPilotTest {

    private static final Path MODELS = Path.of(System.getProperty("kernelign.shared"), "models");
    private static final int PAIRS = 80;
    private static final int HELD_OUT = 20;
    private static final DatasetRef DATASET =
            new DatasetRef("ds_cats", "cats", "cats", "pairs/cats.jsonl", PAIRS - HELD_OUT, HELD_OUT);

    @RegisterExtension
    static final Peers PEERS = new Peers();

    @TempDir
    Path folder;

    private TestDatabase database;

    @BeforeEach
    void parts() throws IOException {
        database = TestPostgres.freshDatabase();
        var pairs = folder.resolve("cats.jsonl");
        try (var writer = new PairWriter(Files.newOutputStream(pairs))) {
            for (int i = 0; i < PAIRS; i++) {
                writer.write(pair(i));
            }
        }
        new LocalBlobStore(folder.resolve("blobs")).put(DATASET.pairsKey(), pairs);
    }

    private static PreferencePair pair(int i) {
        var prompt = List.of(new Message(Role.USER, "Once upon a time there were " + i + " cats and"));
        var happy = List.of(new Message(Role.ASSISTANT, "they were happy and played in the sun all day."));
        var sad = List.of(new Message(Role.ASSISTANT, "they were sad and " + i + " cried in the rain."));
        var chosen = i % 5 == 0 ? sad : happy;
        var rejected = i % 5 == 0 ? happy : sad;
        var split = i < HELD_OUT ? Split.HELD_OUT : Split.TRAIN;
        var id = ContentHash.of(prompt, chosen, rejected).id();
        return new PreferencePair(id, prompt, chosen, rejected, null, null, 1, split);
    }

    private TrainerProcess start() throws IOException {
        return TrainerProcess.start(
                RealTrainer.class,
                database,
                folder.resolve("blobs"),
                MODELS,
                "--kernelign.services.metrics=" + PEERS.url(),
                "--kernelign.services.selector=" + PEERS.url());
    }

    private static JobRequest job(Map<String, Object> choice) {
        var training = Map.of(
                "epochs", 6, "batchTokens", 256, "learningRate", 1e-3, "lora", Map.of("layers", Map.of("top", 2)));
        var spec = new HashMap<String, Object>(
                Map.of("model", "stories260k", "dataset", DATASET.id(), "training", training));
        spec.putAll(choice);
        return new JobRequest(spec, DATASET);
    }

    @Test
    void a_race_that_was_killed_ends_bit_equal_to_one_that_was_not_and_to_the_winner_s_own_training() throws Exception {
        var piloted = job(Map.of("selection", "pilot"));
        String whole;
        String killed;
        try (var trainer = start()) {
            whole = trainer.jobs().submit(piloted);
            assertThat(trainer.jobs().await(whole, JobState.SUCCEEDED).error()).isNull();
            killed = trainer.jobs().submit(piloted);
            var jobs = trainer.jobs();
            Waiting.until("four lines of the race", () -> jobs.messages(killed, "pilot"), told -> told.size() >= 4);
            trainer.kill();
        }
        try (var trainer = start()) {
            var job = trainer.jobs().await(killed, JobState.SUCCEEDED);
            assertThat(job.error()).isNull();
            assertThat(job.attempt()).isEqualTo(2);
            assertThat(job.pilot()).isEqualTo(trainer.jobs().get(whole).pilot());
            assertThat(job.pilot().rungs().get(0).candidates()).hasSize(5);
            assertThat(job.pilot().spentRuns()).isLessThanOrEqualTo(2);
            assertThat(adapter(trainer, killed)).isEqualTo(adapter(trainer, whole));

            var direct =
                    trainer.jobs().submit(job(Map.of("objective", job.spec().get("objective"))));
            trainer.jobs().await(direct, JobState.SUCCEEDED);
            assertThat(adapter(trainer, direct)).isEqualTo(adapter(trainer, whole));
        }
    }

    private static List<String> adapter(TrainerProcess trainer, String id) {
        return trainer.jobs().trainer().artifacts(SampleJobs.TENANT, id).stream()
                .filter(artifact -> artifact.name().equals("adapter_model.safetensors"))
                .map(ArtifactView::sha256)
                .toList();
    }
}

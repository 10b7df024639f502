package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.kernelign.service.testing.TestPostgres;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.RealTrainer;
import io.kernelign.trainer.testing.TrainerProcess;
import io.kernelign.trainer.testing.WideModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A real worker to which the system gives no more than so much memory, whatever it believes there is. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the system's limit is one of Linux")
class OutOfMemoryTest {

    private static final long LIMIT = 3L << 30;
    private static final int TRAIN = 40;
    private static final int HELD_OUT = 4;
    private static final DatasetRef DATASET =
            new DatasetRef("ds_long", "long", "long", "pairs/long.jsonl", TRAIN, HELD_OUT);

    @RegisterExtension
    static final Peers PEERS = new Peers();

    @TempDir
    Path folder;

    private final Random random = new Random(5);

    private TrainerProcess start() throws IOException {
        var models = folder.resolve("models");
        WideModel.write(models);
        var pairs = folder.resolve("long.jsonl");
        try (var writer = new PairWriter(Files.newOutputStream(pairs))) {
            for (int i = 0; i < TRAIN + HELD_OUT; i++) {
                writer.write(pair(i < TRAIN ? Split.TRAIN : Split.HELD_OUT));
            }
        }
        var blobs = folder.resolve("blobs");
        new LocalBlobStore(blobs).put(DATASET.pairsKey(), pairs);
        return TrainerProcess.startWithin(
                LIMIT,
                RealTrainer.class,
                TestPostgres.freshDatabase(),
                blobs,
                models,
                "--kernelign.services.metrics=" + PEERS.url(),
                "--kernelign.trainer.memory=1TB");
    }

    private PreferencePair pair(Split split) {
        var prompt = List.of(new Message(Role.USER, words(20)));
        var chosen = List.of(new Message(Role.ASSISTANT, words(200)));
        var rejected = List.of(new Message(Role.ASSISTANT, words(200)));
        var id = ContentHash.of(prompt, chosen, rejected).id();
        return new PreferencePair(id, prompt, chosen, rejected, null, null, 1, split);
    }

    private String words(int count) {
        return random.ints(count, 0, WideModel.WORDS.size())
                .mapToObj(WideModel.WORDS::get)
                .collect(Collectors.joining(" "));
    }

    private static JobRequest job(int batchTokens, int maxLength, int rank) {
        var training = new HashMap<String, Object>(Map.of("steps", 2, "dtype", "float32"));
        training.put("batchTokens", batchTokens);
        training.put("maxLength", maxLength);
        training.put("maxPromptLength", 4);
        training.put("gradientCheckpointing", "off");
        training.put("lora", Map.of("rank", rank));
        return new JobRequest(
                Map.of(
                        "model",
                        WideModel.NAME,
                        "dataset",
                        DATASET.id(),
                        "objective",
                        Map.of(),
                        "training",
                        training,
                        "evaluation",
                        Map.of("pairs", HELD_OUT)),
                DATASET);
    }

    @Test
    void a_job_that_runs_out_of_memory_fails_with_what_would_help_and_its_worker_takes_the_next_one()
            throws IOException {
        try (var trainer = start()) {
            var jobs = trainer.jobs();
            var tensors = jobs.await(jobs.submit(job(16_384, 1024, 2)), JobState.FAILED);
            assertThat(tensors.error())
                    .matches("out of memory: there were no [0-9.]+ GiB for a tensor; training needs about [0-9.]+ GiB;"
                            + " it would need less with training.gradientCheckpointing auto, training.dtype bfloat16,"
                            + " training.batchTokens or training.maxLength below 16384");

            var heap = jobs.await(jobs.submit(job(32, 16, 512)), JobState.FAILED);
            assertThat(heap.error())
                    .isEqualTo("out of memory: the Java heap, which may take 0.5 GiB, is full (Java heap space); -Xmx"
                            + " gives it more");

            var next = jobs.await(jobs.submit(job(32, 16, 2)), JobState.SUCCEEDED);
            assertThat(next.error()).isNull();
            assertThat(next.state()).isEqualTo(JobState.SUCCEEDED);
        }
    }
}

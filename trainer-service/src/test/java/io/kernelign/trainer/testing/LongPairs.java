package io.kernelign.trainer.testing;

import io.kernelign.contracts.DatasetRef;
import io.kernelign.contracts.JobRequest;
import io.kernelign.data.pair.ContentHash;
import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.PairWriter;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Role;
import io.kernelign.data.pair.Split;
import io.kernelign.service.blob.LocalBlobStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Pairs of 420 words that {@link WideModel} knows, and jobs of both. */
public final class LongPairs {

    private static final int TRAIN = 40;
    private static final int HELD_OUT = 4;

    public static final DatasetRef DATASET =
            new DatasetRef("ds_long", "long", "long", "pairs/long.jsonl", TRAIN, HELD_OUT);

    private LongPairs() {}

    /** Writes them into a folder of blobs. */
    public static void write(Path blobs) throws IOException {
        var file = Files.createTempFile("long", ".jsonl");
        var random = new Random(5);
        try (var writer = new PairWriter(Files.newOutputStream(file))) {
            for (int i = 0; i < TRAIN + HELD_OUT; i++) {
                writer.write(pair(random, i < TRAIN ? Split.TRAIN : Split.HELD_OUT));
            }
        }
        new LocalBlobStore(blobs).put(DATASET.pairsKey(), file);
        Files.delete(file);
    }

    private static PreferencePair pair(Random random, Split split) {
        var prompt = List.of(new Message(Role.USER, words(random, 20)));
        var chosen = List.of(new Message(Role.ASSISTANT, words(random, 200)));
        var rejected = List.of(new Message(Role.ASSISTANT, words(random, 200)));
        var id = ContentHash.of(prompt, chosen, rejected).id();
        return new PreferencePair(id, prompt, chosen, rejected, null, null, 1, split);
    }

    private static String words(Random random, int count) {
        return random.ints(count, 0, WideModel.WORDS.size())
                .mapToObj(WideModel.WORDS::get)
                .collect(Collectors.joining(" "));
    }

    /** A job in float32 that records every layer, but for what is given of its training. */
    public static JobRequest job(Map<String, Object> given) {
        var training = new HashMap<String, Object>(
                Map.of("steps", 2, "dtype", "float32", "gradientCheckpointing", "off", "lora", Map.of("rank", 2)));
        training.put("maxPromptLength", 4);
        training.putAll(given);
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

    /** One whose batches have so few tokens that it takes little. */
    public static JobRequest smallJob(Map<String, Object> given) {
        var training = new HashMap<String, Object>(Map.of("batchTokens", 32, "maxLength", 16));
        training.putAll(given);
        return job(training);
    }
}

package io.kernelign.selector;

import io.kernelign.contracts.DatasetRef;
import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.PairWriter;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Role;
import io.kernelign.data.pair.Split;
import io.kernelign.service.blob.BlobStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Preference data from a seed: the chosen answer speaks of what was asked, the rejected one of something else. */
public final class GeneratedPairs {

    private static final List<String> THINGS = List.of(
            "bread", "a bicycle", "the moon", "a violin", "rain", "a bank account", "a tomato", "the Roman army");
    private static final List<String> QUESTIONS =
            List.of("What should I know about %s?", "Tell me something about %s.", "Why do people like %s?");
    private static final List<String> ANSWERS = List.of(
            "There is a lot to say about %s, and I gladly do.",
            "People have known %s for a long time.", "What matters most about %s is patience.");

    private final SplittableRandom random;
    private final List<PreferencePair> pairs = new ArrayList<>();

    private GeneratedPairs(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Training pairs with a held-out one after every ninth. */
    public static GeneratedPairs of(int trainPairs, long seed) {
        var data = new GeneratedPairs(seed);
        for (int i = 0; i < trainPairs; i++) {
            data.add(Split.TRAIN);
            if (i % 9 == 8) {
                data.add(Split.HELD_OUT);
            }
        }
        return data;
    }

    /** One training pair, so many times. */
    public static GeneratedPairs same(int times) {
        var data = new GeneratedPairs(0);
        data.add(Split.TRAIN);
        data.pairs.addAll(Collections.nCopies(times - 1, data.pairs.get(0)));
        return data;
    }

    /** The same pairs, all with the given prompt. */
    public GeneratedPairs withPrompt(String prompt) {
        pairs.replaceAll(pair -> new PreferencePair(
                pair.id(),
                List.of(new Message(Role.USER, prompt)),
                pair.chosen(),
                pair.rejected(),
                null,
                null,
                1,
                pair.split()));
        return this;
    }

    public List<PreferencePair> pairs() {
        return pairs;
    }

    private void add(Split split) {
        var asked = pick(THINGS);
        var number = pairs.size();
        var prompt = pick(QUESTIONS).formatted(asked) + " This is question " + number + ".";
        pairs.add(new PreferencePair(
                "%064x".formatted(number),
                List.of(new Message(Role.USER, prompt)),
                answer(asked + " in " + random.nextInt(1000)),
                answer(pick(THINGS) + " or " + random.nextInt(1000)),
                null,
                null,
                1,
                split));
    }

    private List<Message> answer(String thing) {
        return List.of(new Message(Role.ASSISTANT, pick(ANSWERS).formatted(thing)));
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The canonical file. */
    public InputStream canonical() {
        try {
            var bytes = new ByteArrayOutputStream();
            try (var writer = new PairWriter(bytes)) {
                for (var pair : pairs) {
                    writer.write(pair);
                }
            }
            return new ByteArrayInputStream(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stores the pairs as the gateway does. */
    public DatasetRef store(BlobStore blobs) throws IOException {
        var blob = blobs.put(hash -> "pairs/" + hash + ".jsonl", canonical()::transferTo);
        var train = pairs.stream().filter(pair -> pair.split() == Split.TRAIN).count();
        return new DatasetRef("ds_1", "generated", blob.sha256(), blob.key(), train, pairs.size() - train);
    }
}

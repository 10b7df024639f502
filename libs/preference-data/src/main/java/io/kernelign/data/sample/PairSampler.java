package io.kernelign.data.sample;

import static java.util.stream.Collectors.joining;

import io.kernelign.data.embedding.EmbeddedPair;
import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.PairReader;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Split;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Draws pairs without replacement while the file streams by: upload order stays, the same seed draws the same pairs, and a
 * smaller sample is the beginning of a larger one. Held-out pairs are never drawn, but {@link #all} takes them.
 */
public final class PairSampler {

    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<EmbeddedPair> drawn = new ArrayList<>();
    private final List<Integer> ranks = new ArrayList<>();

    private PairSampler() {}

    /**
     * @param canonical the data set's canonical pairs; closed at the end
     * @param trainPairs how many training pairs it holds
     * @param limit most pairs to draw
     */
    public static PairSample draw(InputStream canonical, long trainPairs, int limit, long seed) throws IOException {
        var ranks = Draw.ranks(trainPairs, limit, seed);
        var sampler = new PairSampler();
        long trainPair = 0;
        try (var pairs = new PairReader(canonical)) {
            for (int line = 0; sampler.drawn.size() < ranks.size() && pairs.hasNext(); line++) {
                var pair = pairs.next();
                if (pair.split() == Split.TRAIN) {
                    var rank = ranks.get(trainPair++);
                    if (rank != null) {
                        sampler.take(line, pair, rank);
                    }
                }
            }
        }
        return sampler.sample();
    }

    /**
     * Every pair in its order, held-out ones too.
     *
     * @param canonical the data set's canonical pairs; closed at the end
     */
    public static PairSample all(InputStream canonical) throws IOException {
        var sampler = new PairSampler();
        try (var pairs = new PairReader(canonical)) {
            for (int line = 0; pairs.hasNext(); line++) {
                sampler.take(line, pairs.next(), line);
            }
        }
        return sampler.sample();
    }

    /**
     * The prompts of held-out pairs among some texts.
     *
     * @param canonical the data set's canonical pairs; closed at the end
     */
    public static Set<String> heldOutPrompts(InputStream canonical, Set<String> texts) throws IOException {
        var found = new HashSet<String>();
        try (var pairs = new PairReader(canonical)) {
            while (pairs.hasNext()) {
                var pair = pairs.next();
                var prompt = text(pair.prompt());
                if (pair.split() == Split.HELD_OUT && texts.contains(prompt)) {
                    found.add(prompt);
                }
            }
        }
        return found;
    }

    private PairSample sample() {
        return new PairSample(List.copyOf(places.keySet()), List.copyOf(drawn), List.copyOf(ranks));
    }

    private void take(int line, PreferencePair pair, int rank) {
        drawn.add(new EmbeddedPair(line, place(pair.prompt()), place(pair.chosen()), place(pair.rejected())));
        ranks.add(rank);
    }

    private int place(List<Message> messages) {
        return places.computeIfAbsent(text(messages), absent -> places.size());
    }

    private static String text(List<Message> messages) {
        return messages.stream().map(Message::content).collect(joining("\n"));
    }
}

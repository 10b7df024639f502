package io.kernelign.selector.sample;

import static java.util.stream.Collectors.joining;

import io.kernelign.data.embedding.EmbeddedPair;
import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.PairReader;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Split;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws pairs without replacement while the file streams by (Knuth, The Art of Computer Programming 2, 3.4.2,
 * Algorithm S): upload order stays, and the same seed draws the same pairs. Held-out pairs are never drawn, but {@link #all} takes them.
 */
public final class PairSampler {

    private final SplittableRandom random;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<EmbeddedPair> drawn = new ArrayList<>();
    private long left;
    private int wanted;

    private PairSampler(long trainPairs, int limit, long seed) {
        this.random = new SplittableRandom(seed);
        this.left = trainPairs;
        this.wanted = (int) Math.min(limit, trainPairs);
    }

    /**
     * @param canonical the data set's canonical pairs; closed at the end
     * @param trainPairs how many training pairs it holds
     * @param limit most pairs to draw
     */
    public static PairSample draw(InputStream canonical, long trainPairs, int limit, long seed) throws IOException {
        var sampler = new PairSampler(trainPairs, limit, seed);
        try (var pairs = new PairReader(canonical)) {
            for (int line = 0; sampler.wanted > 0 && pairs.hasNext(); line++) {
                sampler.offer(line, pairs.next());
            }
        }
        return sampler.sample();
    }

    /**
     * Every pair, held-out ones too.
     *
     * @param canonical the data set's canonical pairs; closed at the end
     */
    public static PairSample all(InputStream canonical) throws IOException {
        var sampler = new PairSampler(0, 0, 0);
        try (var pairs = new PairReader(canonical)) {
            for (int line = 0; pairs.hasNext(); line++) {
                sampler.take(line, pairs.next());
            }
        }
        return sampler.sample();
    }

    private PairSample sample() {
        return new PairSample(List.copyOf(places.keySet()), List.copyOf(drawn));
    }

    private void offer(int line, PreferencePair pair) {
        if (pair.split() != Split.TRAIN) {
            return;
        }
        if (random.nextDouble() * left < wanted) {
            wanted--;
            take(line, pair);
        }
        left--;
    }

    private void take(int line, PreferencePair pair) {
        drawn.add(new EmbeddedPair(line, place(pair.prompt()), place(pair.chosen()), place(pair.rejected())));
    }

    private int place(List<Message> messages) {
        var text = messages.stream().map(Message::content).collect(joining("\n"));
        return places.computeIfAbsent(text, absent -> places.size());
    }
}

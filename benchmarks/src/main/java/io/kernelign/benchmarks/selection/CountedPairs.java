package io.kernelign.benchmarks.selection;

import io.kernelign.data.embedding.EmbeddedPair;
import io.kernelign.data.sample.PairSample;
import io.kernelign.data.sample.PairSampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Pairs of data sets by their texts, so that one that stands in several files, in whatever layout, counts once. */
final class CountedPairs {

    private final Set<List<String>> pairs = new HashSet<>();

    /** @param canonical all the pairs of a data set */
    void add(Path canonical) throws IOException {
        try (var file = Files.newInputStream(canonical)) {
            var all = PairSampler.all(file);
            all.pairs().forEach(pair -> pairs.add(texts(all, pair)));
        }
    }

    /** The pairs that are not counted yet; their texts keep their places. */
    PairSample without(PairSample sample) {
        var kept = new ArrayList<EmbeddedPair>();
        var ranks = new ArrayList<Integer>();
        for (int i = 0; i < sample.pairs().size(); i++) {
            var pair = sample.pairs().get(i);
            if (!pairs.contains(texts(sample, pair))) {
                kept.add(pair);
                ranks.add(sample.ranks().get(i));
            }
        }
        return new PairSample(sample.texts(), kept, ranks);
    }

    private static List<String> texts(PairSample sample, EmbeddedPair pair) {
        return List.of(
                sample.texts().get(pair.prompt()),
                sample.texts().get(pair.chosen()),
                sample.texts().get(pair.rejected()));
    }
}

package io.kernelign.data.split;

import io.kernelign.data.index.PromptGroups;
import io.kernelign.data.index.PromptSignature;
import io.kernelign.data.index.Scratch;
import io.kernelign.data.pair.ContentHash;
import io.kernelign.data.pair.PairReader;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Turn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** In which fold the pairs of a data set are: prompts that are nearly the same in one, as {@link SplitRule} has them on one side. */
public final class PromptFolds {

    /** Each prompt for itself, whatever others there are. */
    public static final PromptFolds OF_SINGLE_PROMPTS = new PromptFolds(Map.of());

    /** For each prompt that is not in the fold of its own hash that of another one. */
    private final Map<Long, Long> places;

    private PromptFolds(Map<Long, Long> places) {
        this.places = places;
    }

    /**
     * @param canonical the data set's canonical pairs; closed at the end
     * @param folder for tables that are too large for the heap
     */
    public static PromptFolds read(InputStream canonical, Path folder) throws IOException {
        try (var pairs = new PairReader(canonical);
                var scratch = new Scratch(folder)) {
            var groups = new PromptGroups(scratch);
            var hashes = new ArrayList<Long>();
            pairs.forEachRemaining(pair -> {
                long hash = hash(pair);
                if (groups.add(PromptSignature.of(Turn.of(pair.prompt())), hash) == hashes.size()) {
                    hashes.add(hash);
                }
            });
            return new PromptFolds(places(groups, hashes));
        }
    }

    private static Map<Long, Long> places(PromptGroups groups, List<Long> hashes) {
        var places = new HashMap<Long, Long>();
        for (int prompt = 0; prompt < hashes.size(); prompt++) {
            long place = groups.representative(prompt);
            if (place != hashes.get(prompt)) {
                places.put(hashes.get(prompt), place);
            }
        }
        return places;
    }

    /** Whether a pair of the data set is in a fold. */
    public boolean hold(Fold fold, PreferencePair pair) {
        long prompt = hash(pair);
        return fold.holds(places.getOrDefault(prompt, prompt));
    }

    private static long hash(PreferencePair pair) {
        return ContentHash.of(pair.prompt(), pair.chosen(), pair.rejected()).prompt();
    }
}

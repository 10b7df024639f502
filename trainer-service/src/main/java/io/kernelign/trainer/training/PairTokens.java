package io.kernelign.trainer.training;

import io.kernelign.data.pair.PairReader;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Split;
import io.kernelign.training.EncodedPair;
import io.kernelign.training.PairEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pairs of a data set in the tokens of one model.
 *
 * @param weighted pairs whose weight is not 1
 * @param lines where each pair stands in the file, from 0, by its id
 */
record PairTokens(List<EncodedPair> train, List<EncodedPair> heldOut, long weighted, Map<String, Integer> lines) {

    /** Encodes a file of canonical pairs. */
    static PairTokens read(Path pairs, PairUse use, PairEncoder encoder) throws IOException {
        var train = new ArrayList<EncodedPair>();
        var heldOut = new ArrayList<EncodedPair>();
        var lines = new HashMap<String, Integer>();
        long weighted = 0;
        try (var reader = new PairReader(Files.newInputStream(pairs))) {
            for (int line = 0; reader.hasNext(); line++) {
                var pair = reader.next();
                lines.put(pair.id(), line);
                var side = use.side(pair) == Split.TRAIN ? train : heldOut;
                side.add(encode(pair, encoder));
                weighted += pair.weight() == 1 ? 0 : 1;
            }
        }
        return new PairTokens(train, heldOut, weighted, lines);
    }

    private static EncodedPair encode(PreferencePair pair, PairEncoder encoder) {
        return encoder.encode(
                pair.id(),
                pair.task(),
                Conversations.turns(pair.prompt()),
                Conversations.turns(pair.chosen()),
                Conversations.turns(pair.rejected()));
    }
}

package io.kernelign.trainer.training;

import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.PairReader;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Split;
import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.lm.tokenizer.ConversationEncoder;
import io.kernelign.lm.tokenizer.LengthLimits;
import io.kernelign.lm.tokenizer.LengthReport;
import io.kernelign.lm.tokenizer.TokenPair;
import io.kernelign.training.EncodedPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The pairs of a data set in the tokens of one model. */
record PairTokens(List<EncodedPair> train, List<EncodedPair> heldOut, LengthReport lengths) {

    /**
     * Encodes a file of canonical pairs.
     *
     * @param most pairs of each side to encode; the rest is passed over
     */
    static PairTokens read(Path pairs, ConversationEncoder encoder, LengthLimits limits, long most) throws IOException {
        var train = new ArrayList<EncodedPair>();
        var heldOut = new ArrayList<EncodedPair>();
        var lengths = LengthReport.EMPTY;
        try (var reader = new PairReader(Files.newInputStream(pairs))) {
            while (reader.hasNext() && (train.size() < most || heldOut.size() < most)) {
                var pair = reader.next();
                var side = pair.split() == Split.TRAIN ? train : heldOut;
                if (side.size() < most) {
                    var whole = encode(pair, encoder);
                    var cut = limits.cut(whole);
                    lengths = lengths.plus(whole, cut);
                    side.add(new EncodedPair(pair.id(), pair.task(), row(cut)));
                }
            }
        }
        return new PairTokens(train, heldOut, lengths);
    }

    private static TokenPair encode(PreferencePair pair, ConversationEncoder encoder) {
        return encoder.pair(turns(pair.prompt()), turns(pair.chosen()), turns(pair.rejected()));
    }

    private static List<io.kernelign.lm.tokenizer.Message> turns(List<Message> messages) {
        return messages.stream()
                .map(message ->
                        new io.kernelign.lm.tokenizer.Message(message.role().text(), message.content()))
                .toList();
    }

    private static PackedRows.Row row(TokenPair pair) {
        return new PackedRows.Row(longs(pair.prompt()), longs(pair.chosen()), longs(pair.rejected()));
    }

    private static long[] longs(int[] tokens) {
        return Arrays.stream(tokens).asLongStream().toArray();
    }
}

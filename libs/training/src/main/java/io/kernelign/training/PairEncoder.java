package io.kernelign.training;

import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.lm.tokenizer.ConversationEncoder;
import io.kernelign.lm.tokenizer.LengthLimits;
import io.kernelign.lm.tokenizer.LengthReport;
import io.kernelign.lm.tokenizer.Message;
import java.util.Arrays;
import java.util.List;

/** Turns preference pairs into tokens within length limits, and counts what the limits cut. */
public final class PairEncoder {

    private final ConversationEncoder conversations;
    private final LengthLimits limits;
    private LengthReport lengths = LengthReport.EMPTY;

    public PairEncoder(ConversationEncoder conversations, LengthLimits limits) {
        this.conversations = conversations;
        this.limits = limits;
    }

    /**
     * @param id identity of the pair
     * @param task tag of the pair; {@code null} when it has none
     */
    public EncodedPair encode(
            String id, String task, List<Message> prompt, List<Message> chosen, List<Message> rejected) {
        var whole = conversations.pair(prompt, chosen, rejected);
        var tokens = limits.cut(whole);
        lengths = lengths.plus(whole, tokens);
        return new EncodedPair(
                id, task, new PackedRows.Row(longs(tokens.prompt()), longs(tokens.chosen()), longs(tokens.rejected())));
    }

    /** What the limits did to the pairs encoded so far. */
    public LengthReport lengths() {
        return lengths;
    }

    private static long[] longs(int[] ids) {
        return Arrays.stream(ids).asLongStream().toArray();
    }
}

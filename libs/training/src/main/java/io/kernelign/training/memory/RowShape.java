package io.kernelign.training.memory;

import io.kernelign.lm.tokenizer.LengthLimits;
import io.kernelign.training.EncodedPair;
import java.util.List;

/** Tokens of the three parts of a packed row. */
public record RowShape(int prompt, int chosen, int rejected) {

    /**
     * Queries that attend together.
     *
     * @param rows their number
     * @param columns keys that the last of them sees
     */
    record Segment(long rows, long columns) {

        /** Whether they attend to keys that have no query among them. */
        boolean branches() {
            return columns > rows;
        }

        long scores() {
            return rows * columns;
        }
    }

    public static RowShape of(EncodedPair pair) {
        var row = pair.row();
        return new RowShape(row.prompt().length, row.chosen().length, row.rejected().length);
    }

    /** Its positions. */
    public int tokens() {
        return prompt + chosen + rejected;
    }

    int responseTokens() {
        return chosen + rejected;
    }

    /** Prompt and chosen in one go, then rejected behind the same prompt. */
    List<Segment> segments() {
        var straight = new Segment(prompt + chosen, prompt + chosen);
        return rejected == 0 ? List.of(straight) : List.of(straight, new Segment(rejected, prompt + rejected));
    }

    /** Of a whole pair, what is left within limits. */
    public RowShape within(LengthLimits limits) {
        int kept = limits.ofPrompt(prompt);
        return new RowShape(kept, limits.ofResponse(kept, chosen), limits.ofResponse(kept, rejected));
    }
}

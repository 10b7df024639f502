package io.kernelign.training;

import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.lm.tokenizer.ConversationEncoder;
import io.kernelign.lm.tokenizer.Message;
import io.kernelign.lm.tokenizer.Tokenizer;
import io.kernelign.torch.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Texts as vectors: the mean of a model's last hidden states, after the final norm, over the tokens of a text. Each text
 * is read alone, as a prompt without a chat template: behind the token that begins a text where the model expects one,
 * which counts like the others.
 */
public final class PooledTexts implements AutoCloseable {

    /** Tokens of a text beyond which it is not read. */
    public static final int LONGEST = 1_024;

    /** Tokens of texts that are read in one pass. */
    public static final int PASS_TOKENS = 4_096;

    private static final long[] NONE = {};
    private static final int SEED = 0;

    private final Decoder decoder;
    private final Tokenizer tokenizer;
    private final ConversationEncoder prompts;

    /** @param decoder of the model; stays the caller's */
    public PooledTexts(ModelFolder model, Decoder decoder) {
        this.decoder = decoder;
        tokenizer = model.openTokenizer();
        prompts = ConversationEncoder.of(tokenizer, Optional.empty());
    }

    /** The tokens of a text that are read; none of a text that the tokenizer leaves nothing of. */
    public long[] tokens(String text) {
        int most = Math.min(LONGEST, decoder.config().maxPositions());
        return Arrays.stream(prompts.prompt(List.of(new Message("user", text))))
                .limit(most)
                .asLongStream()
                .toArray();
    }

    /**
     * One vector [d] for each text, in their order: what it would be alone, though the last digits may differ.
     *
     * @param texts the tokens of each, at least one
     */
    public List<float[]> vectors(List<long[]> texts) {
        var vectors = new float[texts.size()][];
        var all = IntStream.range(0, texts.size()).boxed().toList();
        for (var pass : Batches.partition(all, text -> texts.get(text).length, passTokens(), SEED)) {
            var pooled = pooled(pass.stream().map(texts::get).toList());
            int width = pooled.length / pass.size();
            for (int i = 0; i < pass.size(); i++) {
                vectors[pass.get(i)] = Arrays.copyOfRange(pooled, i * width, (i + 1) * width);
            }
        }
        return List.of(vectors);
    }

    private float[] pooled(List<long[]> texts) {
        var rows = PackedRows.of(texts.stream()
                .map(tokens -> new PackedRows.Row(tokens, NONE, NONE))
                .toList());
        try (var scope = Scope.plain()) {
            return rows.poolPrompts(rows.hidden(decoder, Adapter.NONE)).floats();
        }
    }

    /** Beside a longer one a text would be rotated as that is, where the rotation depends on the length: it is read alone. */
    private int passTokens() {
        return decoder.config().ropes().stream().anyMatch(rope -> rope.scaling().dependsOnLength()) ? 0 : PASS_TOKENS;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}

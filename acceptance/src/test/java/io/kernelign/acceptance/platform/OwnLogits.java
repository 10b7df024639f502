package io.kernelign.acceptance.platform;

import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.lm.lora.PeftFolder;
import io.kernelign.torch.Scope;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What our decoder makes of one text with an adapter and without.
 *
 * @param tokens n token ids
 * @param tuned logits with the adapter, n rows of the vocabulary one after the other
 * @param base the same without it
 */
public record OwnLogits(long[] tokens, float[] tuned, float[] base) {

    /** @param model a model folder, {@code adapter} one in PEFT's layout that fits it */
    public static OwnLogits of(Path model, Path adapter, String text) {
        var folder = ModelFolder.open(model);
        try (var tokenizer = folder.openTokenizer();
                var decoder = new Decoder(folder.config(), WeightLoader.load(folder.weights(), folder.config()));
                var lora = PeftFolder.read(adapter, folder.config())) {
            var tokens = Arrays.stream(tokenizer.encode(text)).asLongStream().toArray();
            return new OwnLogits(tokens, logits(decoder, tokens, lora), logits(decoder, tokens, Adapter.NONE));
        }
    }

    /** What a whole model says of tokens: n rows of the vocabulary. */
    public static float[] of(Path model, long[] tokens) {
        var folder = ModelFolder.open(model);
        try (var decoder = new Decoder(folder.config(), WeightLoader.load(folder.weights(), folder.config()))) {
            return logits(decoder, tokens, Adapter.NONE);
        }
    }

    private static float[] logits(Decoder decoder, long[] tokens, Adapter adapter) {
        var positions = LongStream.range(0, tokens.length).toArray();
        var row = PackedRows.of(List.of(new PackedRows.Row(tokens, new long[0], new long[0])));
        try (var scope = Scope.plain()) {
            return decoder.head()
                    .logits(decoder.hidden(tokens, positions, row, adapter))
                    .floats();
        }
    }

    /** Largest difference that the adapter makes to a logit. */
    public double largestChange() {
        return IntStream.range(0, tuned.length)
                .mapToDouble(i -> Math.abs(tuned[i] - base[i]))
                .max()
                .orElseThrow();
    }

    /** As {@code oracles/check_adapter.py} reads it. */
    public Map<String, Object> json() {
        return Map.of("tokens", tokens, "tuned", tuned, "base", base);
    }
}

package io.kernelign.lm.generation;

import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.CachedRows;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.torch.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Continues prompts token by token, several at once. */
public final class Generator {

    /** Positions whose keys and values are kept at once. */
    public static final int BATCH_POSITIONS = 16_384;
    /** Tokens read in one pass; sequences beyond it read on in the next. */
    public static final int PASS_TOKENS = 4_096;

    private final Decoder decoder;

    public Generator(Decoder decoder) {
        this.decoder = decoder;
    }

    /**
     * The continuation of each prompt: what it would be alone, though the last digits of logits may differ.
     *
     * @param prompts of at least one token each
     */
    public List<Continuation> generate(List<long[]> prompts, Adapter adapter, Sampling sampling, Ending ending) {
        var sequences = new ArrayList<GrowingSequence>();
        for (var prompt : prompts) {
            int room = Math.max(0, Math.min(ending.most(), decoder.config().maxPositions() - prompt.length));
            sequences.add(new GrowingSequence(prompt, room, sampling.sampler(sequences.size()), ending));
        }
        try (var scope = Scope.plain()) {
            for (var batch : Batches.of(sequences, GrowingSequence::capacity, BATCH_POSITIONS, decoder.config())) {
                grow(batch, adapter);
            }
        } finally {
            sequences.forEach(GrowingSequence::close);
        }
        return sequences.stream().map(GrowingSequence::continuation).toList();
    }

    private void grow(List<GrowingSequence> batch, Adapter adapter) {
        var growing = batch.stream().filter(sequence -> !sequence.ended()).toList();
        SharedBeginning.read(
                growing.stream().map(GrowingSequence::prompt).toList(),
                growing.stream().map(GrowingSequence::cache).toList(),
                decoder,
                adapter);
        while (!growing.isEmpty()) {
            growing.stream().filter(sequence -> turnsAnewAt(sequence.length())).forEach(GrowingSequence::readAgain);
            step(firstOf(growing), adapter);
            growing = growing.stream().filter(sequence -> !sequence.ended()).toList();
        }
    }

    private static List<GrowingSequence> firstOf(List<GrowingSequence> growing) {
        var first = new ArrayList<GrowingSequence>();
        int tokens = 0;
        for (var sequence : growing) {
            tokens += sequence.unread().fresh().length;
            if (!first.isEmpty() && tokens > PASS_TOKENS) {
                break;
            }
            first.add(sequence);
        }
        return first;
    }

    private void step(List<GrowingSequence> growing, Adapter adapter) {
        try (var scope = Scope.plain()) {
            var rows = growing.stream().map(GrowingSequence::unread).toList();
            var logits = decoder.head()
                    .logits(CachedRows.read(rows, decoder, adapter))
                    .floats();
            int width = logits.length / growing.size();
            for (int i = 0; i < growing.size(); i++) {
                growing.get(i).next(Arrays.copyOfRange(logits, i * width, (i + 1) * width));
            }
        }
    }

    private boolean turnsAnewAt(int length) {
        return decoder.config().ropes().stream().anyMatch(rope -> rope.scaling().turnsAnewAt(length));
    }
}

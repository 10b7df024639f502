package io.kernelign.training.memory;

import io.kernelign.lm.tokenizer.LengthLimits;
import io.kernelign.training.Batches;
import io.kernelign.training.EncodedPair;
import io.kernelign.training.TrainingSettings;
import java.util.List;

/**
 * What a training reads, in lengths alone.
 *
 * @param train pairs to train on, as long as they are before any limit, or as they were cut
 * @param heldOut pairs to evaluate on, likewise
 * @param trainPairs pairs to train on in all; {@code train} may be some of them
 */
public record Workload(List<RowShape> train, List<RowShape> heldOut, long trainPairs) {

    public Workload {
        train = List.copyOf(train);
        heldOut = List.copyOf(heldOut);
    }

    /** All of a training's pairs. */
    public static Workload of(List<EncodedPair> train, List<EncodedPair> heldOut) {
        return new Workload(shapes(train), shapes(heldOut), train.size());
    }

    private static List<RowShape> shapes(List<EncodedPair> pairs) {
        return pairs.stream().map(RowShape::of).toList();
    }

    /** The forward passes of an epoch, of those that there are. */
    List<BatchShape> trainBatches(TrainingSettings settings) {
        return batches(train, settings);
    }

    List<BatchShape> heldOutBatches(TrainingSettings settings) {
        return batches(heldOut, settings);
    }

    private static List<BatchShape> batches(List<RowShape> whole, TrainingSettings settings) {
        var limits = new LengthLimits(settings.maxLength(), settings.maxPromptLength());
        var rows = whole.stream().map(row -> row.within(limits)).toList();
        return Batches.partition(rows, RowShape::tokens, settings.batchTokens(), settings.seed()).stream()
                .map(BatchShape::new)
                .toList();
    }

    /** Forward passes that an epoch of the pairs that are here takes. */
    public long batches(TrainingSettings settings) {
        return trainBatches(settings).size();
    }

    /** Tokens that they read. */
    public long tokens(TrainingSettings settings) {
        return trainBatches(settings).stream().mapToLong(BatchShape::tokens).sum();
    }

    /** Pairs to train on for each one that is here. */
    double scale() {
        return train.isEmpty() ? 1 : (double) trainPairs / train.size();
    }
}

package io.kernelign.training;

import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.objective.embedding.SemanticMargin;
import io.kernelign.objective.embedding.SemanticReading;
import io.kernelign.objective.embedding.Source;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The objective's semantic signal on the pairs of a training. Whatever is fitted is fitted once, before the first step: to
 * the encoder's embeddings, or to the reference's pooled hidden states, of at most {@link SemanticMargin#FITTED_PAIRS} of
 * the training pairs; a spread that comes with the encoder's embeddings is taken as it is.
 */
final class Semantics implements AutoCloseable {

    private final TrainingTask task;
    private final SemanticReading reading;

    private Semantics(TrainingTask task, SemanticReading reading) {
        this.task = task;
        this.reading = reading;
    }

    /**
     * Fits the signal; empty when the objective has none.
     *
     * @param reference of these batches
     */
    static Optional<Semantics> fitted(TrainingTask task, Batches batches, Reference reference) {
        return task.objective().semanticSource().map(source -> {
            try (var scope = Scope.plain()) {
                return new Semantics(
                        task, source == Source.EXTERNAL ? external(task, batches) : own(task, batches, reference));
            }
        });
    }

    /** The signal that {@link #toArrays} wrote; empty when the objective has none. */
    static Optional<Semantics> restored(TrainingTask task, Map<String, float[]> arrays) {
        return task.objective()
                .semanticSource()
                .map(source -> new Semantics(task, task.objective().restoredSemantics(arrays)));
    }

    private static SemanticReading external(TrainingTask task, Batches batches) {
        var embeddings = embeddings(task);
        var rows = EmbeddedRows.of(some(batches.pairs(), SemanticMargin.FITTED_PAIRS), embeddings);
        var objective = task.objective();
        return embeddings
                .spread()
                .map(spread -> objective.fitSemantics(spread, rows.prompt(), rows.chosen(), rows.rejected()))
                .orElseGet(() -> objective.fitSemantics(rows.prompt(), rows.chosen(), rows.rejected()));
    }

    private static SemanticReading own(TrainingTask task, Batches batches, Reference reference) {
        var rows = saidBy(reference, batches);
        return task.objective().fitSemantics(rows.prompt(), rows.chosen(), rows.rejected());
    }

    private static PairEmbeddings embeddings(TrainingTask task) {
        return task.embeddings()
                .orElseThrow(() -> new UntrainableException(
                        "embedding.source is external, but there are no embeddings of the pairs"));
    }

    private static EmbeddedRows saidBy(Reference reference, Batches batches) {
        int pairs = batches.pairs().size();
        int wanted = (int) Math.max(1, (long) batches.size() * SemanticMargin.FITTED_PAIRS / Math.max(pairs, 1));
        var parts = new ArrayList<EmbeddedRows>();
        for (int batch : some(indices(batches.size()), wanted)) {
            try (var scope = Scope.plain()) {
                var rows = PackedRows.of(
                        batches.get(batch).stream().map(EncodedPair::row).toList());
                var pooled = EmbeddedRows.pooled(rows, reference.read(batch, rows));
                parts.add(new EmbeddedRows(
                        scope.keep(pooled.prompt()), scope.keep(pooled.chosen()), scope.keep(pooled.rejected())));
            }
        }
        return EmbeddedRows.concat(parts);
    }

    private static List<Integer> indices(int count) {
        var all = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            all.add(i);
        }
        return all;
    }

    /** At most so many of a list, evenly spread. */
    private static <T> List<T> some(List<T> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        var chosen = new ArrayList<T>();
        for (int i = 0; i < most; i++) {
            chosen.add(all.get((int) ((long) i * all.size() / most)));
        }
        return chosen;
    }

    /** A signal, or its absence, on one partition of pairs; what a frozen encoder says of a batch is computed once. */
    static BatchSemantics on(Optional<Semantics> semantics, Batches batches) {
        return semantics.map(signal -> signal.on(batches)).orElse(BatchSemantics.NONE);
    }

    private BatchSemantics on(Batches batches) {
        return task.objective().semanticSource().equals(Optional.of(Source.EXTERNAL))
                ? frozen(batches)
                : (batch, rows, hidden) -> {
                    var pooled = EmbeddedRows.pooled(rows, hidden);
                    return Optional.of(reading.of(pooled.prompt(), pooled.chosen(), pooled.rejected()));
                };
    }

    private BatchSemantics frozen(Batches batches) {
        record Kept(float[] values, long[] shape) {}
        var kept = new HashMap<Integer, Kept>();
        return (batch, rows, hidden) -> {
            var said = kept.computeIfAbsent(batch, absent -> {
                try (var scope = Scope.plain()) {
                    var embedded = EmbeddedRows.of(batches.get(batch), embeddings(task));
                    var semantic = reading.of(embedded.prompt(), embedded.chosen(), embedded.rejected());
                    return new Kept(semantic.reshape(semantic.elements()).floats(), semantic.shape());
                }
            });
            return Optional.of(Tensors.of(said.values, said.shape));
        };
    }

    Map<String, float[]> toArrays() {
        return reading.toArrays();
    }

    @Override
    public void close() {
        reading.close();
    }
}

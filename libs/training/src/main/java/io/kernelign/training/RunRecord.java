package io.kernelign.training;

import io.kernelign.alignment.spectrum.WeightedAlpha;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;

/**
 * What a training remembers of its way, for what it tells at an epoch's end and at its own. A checkpoint holds what cannot
 * be computed again; what the policy was at the start is looked at again where that was missed.
 */
final class RunRecord {

    private static final int MOST_EPOCHS = 10;
    private static final String AVERAGES = "averages";
    private static final String SNAPSHOT = "snapshot.";

    private final TrainingTask task;
    private final HeldOutEvaluation evaluation;
    private final EmbeddingSnapshots snapshots;
    private final int epochsBetween;
    private EpochAverages averages = new EpochAverages();
    private Optional<WeightedAlpha> alphaBefore = Optional.empty();
    private boolean knowsStart;
    private List<WrongPair> outliers = List.of();

    /** @param epochs of the whole schedule; the embeddings of at most ten of them are kept, evenly spread */
    RunRecord(TrainingTask task, Batches heldOut, HeldOutEvaluation evaluation, long epochs) {
        this.task = task;
        this.evaluation = evaluation;
        snapshots = new EmbeddingSnapshots(task, heldOut);
        epochsBetween = Math.toIntExact(Math.max(1, (epochs + MOST_EPOCHS - 1) / MOST_EPOCHS));
    }

    void stepped(int pairs, Map<String, Double> metrics) {
        averages.add(pairs, metrics);
    }

    /** The policy was evaluated before its first step. */
    void began(Evaluation found) {
        snapshots.take(0, found.pooled());
    }

    /** Its weights were fitted before its first step. */
    void began(Optional<WeightedAlpha> alpha) {
        alphaBefore = alpha;
        knowsStart = true;
    }

    /** An epoch has ended; adds to the metrics how far training and held-out pairs are apart. */
    void epochEnded(long step, long epoch, Evaluation found) {
        averages.tell(found.metrics());
        if (epoch % epochsBetween == 0) {
            snapshots.take(step, found.pooled());
        }
    }

    /** The last step was made; adds what an epoch's end adds. */
    void ended(long step, Evaluation found) {
        averages.tell(found.metrics());
        snapshots.take(step, found.pooled());
        outliers = WrongPair.of(found.pairs(), task.objective().beta());
    }

    /** The weighted alpha before the first step. */
    Optional<WeightedAlpha> alphaBefore() {
        if (!knowsStart) {
            began(Policies.atStart(task, WeightSpectra::of));
        }
        return alphaBefore;
    }

    Findings findings(Optional<WeightedAlpha> alphaAfter, LongToDoubleFunction epochOfStep) {
        if (!snapshots.holds(0)) {
            snapshots.take(0, Policies.atStart(task, evaluation::pooled));
        }
        return new Findings(snapshots.scatter(epochOfStep), outliers, alphaBefore(), alphaAfter);
    }

    Map<String, float[]> toArrays() {
        var arrays = new LinkedHashMap<String, float[]>();
        arrays.put(AVERAGES, averages.toArray());
        snapshots.toArrays().forEach((step, rows) -> arrays.put(SNAPSHOT + step, rows));
        return arrays;
    }

    /** Takes up what {@link #toArrays} wrote; a checkpoint of a race has nothing of it. */
    void restore(Map<String, float[]> arrays) {
        if (arrays.containsKey(AVERAGES)) {
            averages = new EpochAverages(arrays.get(AVERAGES));
        }
        var rows = new LinkedHashMap<String, float[]>();
        arrays.forEach((name, values) -> {
            if (name.startsWith(SNAPSHOT)) {
                rows.put(name.substring(SNAPSHOT.length()), values);
            }
        });
        snapshots.restore(rows);
    }
}

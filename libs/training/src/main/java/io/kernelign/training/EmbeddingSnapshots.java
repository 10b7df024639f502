package io.kernelign.training;

import io.kernelign.alignment.evaluation.PrincipalPlane;
import io.kernelign.training.EmbeddingScatter.Point;
import io.kernelign.training.EmbeddingScatter.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The policy's mean-pooled last hidden states of some held-out responses, at several moments of a training. */
final class EmbeddingSnapshots {

    private static final int MOST_PAIRS = 250;

    private final List<EncodedPair> pairs;

    /** Places of the pairs that are shown, in the order of the evaluation. */
    private final int[] shown;

    private final SortedMap<Long, float[][]> byStep = new TreeMap<>();

    /** @param heldOut in the order in which they are evaluated; the first in the order of the task are shown */
    EmbeddingSnapshots(TrainingTask task, Batches heldOut) {
        pairs = heldOut.pairs();
        var first =
                task.heldOut().stream().limit(MOST_PAIRS).map(EncodedPair::id).collect(Collectors.toSet());
        shown = IntStream.range(0, pairs.size())
                .filter(place -> first.contains(pairs.get(place).id()))
                .limit(MOST_PAIRS)
                .toArray();
    }

    boolean holds(long step) {
        return byStep.containsKey(step);
    }

    /**
     * Keeps the states of a moment, unless one of them is not finite.
     *
     * @param pooled of all pairs in the order of the evaluation: chosen, rejected
     */
    void take(long step, List<float[]> pooled) {
        var rows = new ArrayList<float[]>();
        for (int place : shown) {
            rows.add(pooled.get(2 * place));
            rows.add(pooled.get(2 * place + 1));
        }
        if (rows.stream().allMatch(EmbeddingSnapshots::finite)) {
            byStep.put(step, rows.toArray(float[][]::new));
        }
    }

    private static boolean finite(float[] row) {
        for (float value : row) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** All of them in the plane in which the last one varies most. */
    EmbeddingScatter scatter(LongToDoubleFunction epochOfStep) {
        if (byStep.isEmpty()) {
            return EmbeddingScatter.NONE;
        }
        var plane = PrincipalPlane.of(byStep.get(byStep.lastKey()));
        var snapshots = new ArrayList<Snapshot>();
        byStep.forEach((step, rows) ->
                snapshots.add(new Snapshot(step, epochOfStep.applyAsDouble(step), points(plane.project(rows)))));
        return new EmbeddingScatter(plane.explained()[0], plane.explained()[1], snapshots);
    }

    private List<Point> points(double[][] places) {
        var points = new ArrayList<Point>();
        for (int i = 0; i < places.length; i++) {
            var side = i % 2 == 0 ? "chosen" : "rejected";
            points.add(new Point(pairs.get(shown[i / 2]).id(), side, places[i][0], places[i][1]));
        }
        return points;
    }

    /** One array a moment, row-major, by its step. */
    Map<String, float[]> toArrays() {
        var arrays = new LinkedHashMap<String, float[]>();
        byStep.forEach((step, rows) -> {
            int width = rows[0].length;
            var flat = new float[rows.length * width];
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(rows[i], 0, flat, i * width, width);
            }
            arrays.put(String.valueOf(step), flat);
        });
        return arrays;
    }

    void restore(Map<String, float[]> arrays) {
        arrays.forEach((step, flat) -> {
            var rows = new float[2 * shown.length][flat.length / (2 * shown.length)];
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(flat, i * rows[i].length, rows[i], 0, rows[i].length);
            }
            byStep.put(Long.parseLong(step), rows);
        });
    }
}

package io.kernelign.lm.generation;

import io.kernelign.lm.config.ModelConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** What is read together. */
final class Batches {

    private Batches() {}

    /**
     * Sequences in their order, as many together as fit; one alone may be larger.
     *
     * @param capacity positions of a sequence
     * @param most positions of a batch
     */
    static <T> List<List<T>> of(List<T> sequences, ToIntFunction<T> capacity, int most, ModelConfig config) {
        var batches = new ArrayList<List<T>>();
        int room = 0;
        for (var sequence : sequences) {
            room -= capacity.applyAsInt(sequence);
            if (room < 0 || readsAlone(config)) {
                batches.add(new ArrayList<>());
                room = most - capacity.applyAsInt(sequence);
            }
            batches.get(batches.size() - 1).add(sequence);
        }
        return batches;
    }

    /** Beside a longer one it would be rotated as that is. */
    private static boolean readsAlone(ModelConfig config) {
        return config.ropes().stream().anyMatch(rope -> rope.scaling().dependsOnLength());
    }
}

package io.kernelign.training;

import io.kernelign.lm.weights.SafetensorsFile;
import io.kernelign.lm.weights.SafetensorsWriter;
import io.kernelign.objective.Objective;
import io.kernelign.objective.kernel.ObjectiveState;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One file that holds all that training changes: the policy's leaves, optimisers, the objective's state, the steps done and
 * skipped, and what will be told of the way here. The order
 * of the data and the randomness of a step follow from seed and step, so a restored training goes on exactly.
 */
final class Checkpoint {

    private static final String STEP = "step";
    private static final String SKIPPED = "skipped";
    private static final String OPTIMISER = "optimiser.";
    private static final String OBJECTIVE = "objective.";
    private static final String SEMANTIC = "semantic.";
    private static final String RECORD = "record.";

    private final SafetensorsFile file;

    private Checkpoint(SafetensorsFile file) {
        this.file = file;
    }

    static void write(Path target, long step, Learner learner, RunRecord record) {
        try (var scope = Scope.plain()) {
            var entries = new ArrayList<SafetensorsWriter.Entry>();
            entries.add(entry(STEP, new float[] {step}));
            entries.add(entry(SKIPPED, learner.skipped().toArray()));
            learner.policy().named().forEach((name, tensor) -> entries.add(SafetensorsWriter.Entry.of(name, tensor)));
            var optimiser = learner.optimiserState();
            for (int i = 0; i < optimiser.size(); i++) {
                entries.add(SafetensorsWriter.Entry.of(OPTIMISER + i, optimiser.get(i)));
            }
            learner.state().toArrays().forEach((name, values) -> entries.add(entry(OBJECTIVE + name, values)));
            learner.semantics().ifPresent(semantics -> semantics
                    .toArrays()
                    .forEach((name, values) -> entries.add(entry(SEMANTIC + name, values))));
            record.toArrays().forEach((name, values) -> entries.add(entry(RECORD + name, values)));
            SafetensorsWriter.write(target, entries);
        }
    }

    static Checkpoint open(Path path) {
        return new Checkpoint(SafetensorsFile.open(path));
    }

    /** Optimiser steps done; exact up to 2^24. */
    long step() {
        return (long) file.read(STEP)[0];
    }

    SkippedSteps skipped() {
        return SkippedSteps.of(file.read(SKIPPED));
    }

    /** A leaf of the policy, row-major. */
    float[] values(String name) {
        return file.read(name);
    }

    ObjectiveState objectiveState(Objective objective) {
        return objective.restoredState(arrays(OBJECTIVE));
    }

    /** What the semantic signal was fitted to; empty without one. */
    Map<String, float[]> semantics() {
        return arrays(SEMANTIC);
    }

    /** What {@link RunRecord#toArrays} wrote. */
    Map<String, float[]> record() {
        return arrays(RECORD);
    }

    private Map<String, float[]> arrays(String prefix) {
        var arrays = new LinkedHashMap<String, float[]>();
        file.tensors().stream()
                .map(tensor -> tensor.name())
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> arrays.put(name.substring(prefix.length()), file.read(name)));
        return arrays;
    }

    void restoreOptimisers(List<Tensor> state) {
        try (var scope = Scope.plain()) {
            for (int i = 0; i < state.size(); i++) {
                var target = state.get(i);
                target.assign(Tensors.of(file.read(OPTIMISER + i), target.shape()));
            }
        }
    }

    private static SafetensorsWriter.Entry entry(String name, float[] values) {
        return new SafetensorsWriter.Entry(name, List.of((long) values.length), () -> values);
    }
}

package io.kernelign.training;

import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.training.TrainingEvent.Stepped;
import io.kernelign.training.TrainingEvent.Warned;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of a training.
 *
 * @param state the objective's, as a checkpoint holds it
 * @param trouble why it failed; empty when it did not
 * @param told what it found; empty when it did not come to its end
 */
record Runs(
        List<TrainingEvent> events,
        List<float[]> adapter,
        Map<String, float[]> state,
        boolean finished,
        Optional<TrainingDivergedException> trouble,
        Optional<Findings> told) {

    static Runs toTheEnd(TrainingTask task) {
        return of(task, Optional.empty(), Integer.MAX_VALUE);
    }

    /** @param stopAfter steps after which it is cancelled */
    static Runs of(TrainingTask task, Optional<Path> from, int stopAfter) {
        var events = new ArrayList<TrainingEvent>();
        try (var loop = new PreferenceTraining(task, from, events::add)) {
            Optional<TrainingDivergedException> trouble = Optional.empty();
            boolean finished = false;
            try {
                finished = loop.run(() -> steps(events).size() >= stopAfter);
            } catch (TrainingDivergedException e) {
                trouble = Optional.of(e);
            }
            try (var scope = Scope.plain()) {
                var adapter =
                        loop.policy().parameters().stream().map(Tensor::floats).toList();
                return new Runs(
                        events, adapter, loop.objectiveState().toArrays(), finished, trouble, told(finished, loop));
            }
        }
    }

    private static Optional<Findings> told(boolean finished, PreferenceTraining loop) {
        return finished ? Optional.of(loop.findings()) : Optional.empty();
    }

    Findings findings() {
        return told.orElseThrow();
    }

    private static List<Stepped> steps(List<TrainingEvent> events) {
        return of(events, Stepped.class);
    }

    private static <E> List<E> of(List<TrainingEvent> events, Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <E extends TrainingEvent> List<E> of(Class<E> type) {
        return of(events, type);
    }

    List<Double> metric(String name) {
        return steps(events).stream().map(step -> step.metrics().get(name)).toList();
    }

    List<String> warnings() {
        return of(Warned.class).stream().map(Warned::sentence).toList();
    }

    /** Whether every number of the adapter and of the objective's state is the same to the last bit. */
    boolean sameAs(Runs other) {
        return Arrays.deepEquals(adapter.toArray(), other.adapter.toArray())
                && state.keySet().equals(other.state.keySet())
                && state.keySet().stream().allMatch(name -> Arrays.equals(state.get(name), other.state.get(name)));
    }

    boolean finite() {
        return Stream.concat(adapter.stream(), state.values().stream()).allMatch(Runs::finite);
    }

    private static boolean finite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}

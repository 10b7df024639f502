package io.kernelign.training;

import io.kernelign.alignment.race.HalvingPlan;
import io.kernelign.objective.Objective;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The trials of a pilot: trainings of several objectives on the same pairs, from the same start and in the same order, each
 * of them a beginning of the full run. They share the tokens, the reference's log-probabilities and states, and what leaves
 * the frozen trunk.
 */
public final class PilotTrials implements AutoCloseable {

    private final TrainingTask task;
    private final HalvingPlan plan;
    private final References references;
    private final PilotScoring scoring;

    /**
     * @param task with any objective
     * @param objectives those that will be tried; none of them reserves pairs
     */
    public PilotTrials(TrainingTask task, HalvingPlan plan, Collection<Objective> objectives) {
        if (objectives.stream().anyMatch(objective -> objective.reserve().isPresent())) {
            throw new IllegalArgumentException("an objective that reserves pairs trains on others and shares nothing");
        }
        this.task = task;
        this.plan = plan;
        references = References.of(task, objectives.stream().anyMatch(objective -> objective
                .regulariser()
                .readsVocabulary()));
        scoring = new PilotScoring(task, plan);
    }

    /**
     * Trains one candidate through one rung, writes its checkpoint, and answers of each of the rung's held-out pairs whether
     * it ranks it rightly. A training that diverges ranks none rightly.
     *
     * @param events called on this thread: every step, and warnings
     */
    public boolean[] run(PilotTrial trial, Consumer<TrainingEvent> events) {
        try (var training = training(trial.objective(), trial.from(), events)) {
            var rung = plan.rungs().get(trial.rung());
            try {
                training.stepTo(rung.steps());
            } catch (TrainingDivergedException e) {
                training.save(trial.to());
                return new boolean[rung.pairs()];
            }
            training.save(trial.to());
            return scoring.of(training.policy(), trial.rung());
        }
    }

    private PreferenceTraining training(Objective objective, Optional<Path> from, Consumer<TrainingEvent> events) {
        return new PreferenceTraining(task.with(objective), from, events, references);
    }

    /** Tells what a full run with an objective tells before its first step. */
    public void begin(Objective objective, Consumer<TrainingEvent> events) {
        try (var training = training(objective, Optional.empty(), events)) {
            training.begin();
        }
    }

    @Override
    public void close() {
        references.close();
        scoring.close();
    }
}

package io.kernelign.training.memory;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.decoder.Precision;
import io.kernelign.objective.Objective;
import io.kernelign.objective.embedding.Source;
import io.kernelign.training.TrainingSettings;
import java.util.Optional;

/**
 * All that decides how much memory a training takes.
 *
 * @param objective empty while it is not chosen yet; then it is taken for one that reads the whole vocabulary
 */
public record TrainingShape(
        ModelConfig model,
        TrainingSettings settings,
        Precision precision,
        Optional<Objective> objective,
        Workload workload) {

    /** In the precision that this machine computes the settings in. */
    public TrainingShape(
            ModelConfig model, TrainingSettings settings, Optional<Objective> objective, Workload workload) {
        this(model, settings, settings.precision(), objective, workload);
    }

    /** The same with other settings. */
    TrainingShape with(TrainingSettings other) {
        return new TrainingShape(model, other, objective, workload);
    }

    boolean readsVocabulary() {
        return objective.map(chosen -> chosen.regulariser().readsVocabulary()).orElse(true);
    }

    boolean hasSemantics() {
        return objective.flatMap(Objective::semanticSource).isPresent();
    }

    /** Whether the policy's own states are its embeddings. */
    boolean poolsStates() {
        return objective.flatMap(Objective::semanticSource).equals(Optional.of(Source.POLICY));
    }

    /** Layers below the first one that learns. */
    int trunkLayers() {
        return settings.method().firstLayer(model);
    }
}

package io.kernelign.trainer.training;

import io.kernelign.contracts.DatasetRef;
import io.kernelign.trainer.spec.JobSpec;
import java.io.IOException;
import java.nio.file.Path;

/** Trains one model. */
public interface Training {

    /**
     * Estimates what a training will take.
     *
     * @param model folder of the base model
     * @param pairs the canonical pairs
     */
    TrainingCost cost(JobSpec spec, Path model, DatasetRef dataset, Path pairs) throws IOException;

    /**
     * Runs a task to its end, from its checkpoint if it has one. What the listener throws leaves unchanged.
     *
     * @throws IOException when the model, the pairs or the folder cannot be read or written
     */
    Trained run(TrainingTask task, TrainingListener listener) throws IOException;
}

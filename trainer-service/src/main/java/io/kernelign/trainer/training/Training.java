package io.kernelign.trainer.training;

import io.kernelign.trainer.spec.JobSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Trains one model. */
public interface Training {

    /**
     * Estimates what a training will take.
     *
     * @param trainPairs how many pairs it trains on
     * @param pairs the canonical pairs, those among them
     * @param heldOut canonical pairs that are evaluated on; empty where the split of the others decides
     * @throws io.kernelign.input.InvalidInputException when the model cannot read them
     */
    TrainingCost cost(JobSpec spec, long trainPairs, Path pairs, Optional<Path> heldOut) throws IOException;

    /**
     * Trains to the end or until the log has it laid down, from a checkpoint if there is one. What the log throws leaves
     * unchanged.
     *
     * @throws InterruptedException while it waits for memory
     * @throws IOException when the pairs cannot be read or the folder cannot be written
     */
    Trained run(JobTraining job, TrainingLog log) throws IOException, InterruptedException;

    /**
     * Races candidates for a job's objective to the end, from where the log says it stands.
     *
     * @throws InterruptedException while it waits for memory
     * @throws IOException when the pairs cannot be read or the folder cannot be written
     */
    void race(PilotTraining pilot, PilotLog log) throws IOException, InterruptedException;
}

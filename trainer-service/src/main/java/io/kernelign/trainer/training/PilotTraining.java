package io.kernelign.trainer.training;

import io.kernelign.objective.Objective;
import java.util.List;

/**
 * A race that is to be run.
 *
 * @param job its objective is open
 * @param candidates in their ranking, at least one
 * @param budget in full runs
 */
public record PilotTraining(JobTraining job, List<Objective> candidates, double budget) {}

package io.kernelign.trainer.training;

import io.kernelign.trainer.spec.JobSpec;
import java.nio.file.Path;

/**
 * What is to be trained.
 *
 * @param spec the resolved spec; its objective is chosen
 * @param model folder of the base model
 * @param pairs the canonical pairs (JSON Lines), read only
 * @param folder empty folder for whatever is written
 * @param checkpoint file to go on from; {@code null} to begin
 */
public record TrainingTask(JobSpec spec, Path model, Path pairs, Path folder, Path checkpoint) {}

package io.kernelign.trainer.training;

import io.kernelign.lm.lora.PeftFiles;
import io.kernelign.trainer.spec.JobSpec;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be trained.
 *
 * @param spec its objective is chosen
 * @param pairs the canonical pairs (JSON Lines), read only
 * @param folder empty, for whatever is written
 * @param adapter that the trained one starts as; present exactly when the spec names one
 * @param embeddings file of embeddings of every pair; present exactly when the objective's signal is external
 * @param checkpoint to go on from; empty to begin
 */
public record JobTraining(
        JobSpec spec,
        Path pairs,
        Path folder,
        Optional<PeftFiles> adapter,
        Optional<Path> embeddings,
        Optional<Path> checkpoint) {}

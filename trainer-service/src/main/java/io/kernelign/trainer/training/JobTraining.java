package io.kernelign.trainer.training;

import io.kernelign.lm.lora.PeftFiles;
import io.kernelign.trainer.spec.JobSpec;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be trained.
 *
 * @param spec its objective is chosen
 * @param pairs to train on; where none are held out beside them, those among them that their split holds out are
 * @param heldOut all of them are evaluated on; empty where the split of the others decides
 * @param folder empty, for whatever is written
 * @param adapter that the trained one starts as; present exactly when the spec names one
 * @param checkpoint to go on from; empty to begin
 */
public record JobTraining(
        JobSpec spec,
        PairFile pairs,
        Optional<PairFile> heldOut,
        Path folder,
        Optional<PeftFiles> adapter,
        Optional<Path> checkpoint) {}

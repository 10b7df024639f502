package io.kernelign.training;

import io.kernelign.lm.decoder.Decoder;
import java.nio.file.Path;

/**
 * What a training has learned, over or not; owns the policy.
 *
 * @param step optimiser steps done
 */
public record PolicySoFar(Policy policy, long step) implements AutoCloseable {

    /** @param checkpoint of a training of this model with these settings */
    public static PolicySoFar read(Path checkpoint, Decoder model, TrainingSettings settings) {
        var file = Checkpoint.open(checkpoint);
        return new PolicySoFar(Policies.restored(model, settings, file), file.step());
    }

    @Override
    public void close() {
        policy.close();
    }
}

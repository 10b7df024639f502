package io.kernelign.trainer.evaluation;

import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.generation.Respondent;
import io.kernelign.torch.Torch;
import io.kernelign.trainer.memory.WorkerMemory.Claim;
import io.kernelign.training.PolicySoFar;

/** A model in memory that answers questions; owns it, and what claims its memory. */
public final class EvaluatedModel implements AutoCloseable {

    private final String identity;
    private final Decoder base;
    private final PolicySoFar tuned;
    private final Respondent respondent;
    private final Claim claim;

    /**
     * @param identity the same only for the same weights
     * @param base its own
     * @param tuned what was trained of it, its own; {@code null} for the base itself
     */
    EvaluatedModel(String identity, ModelFolder model, Decoder base, PolicySoFar tuned, Claim claim) {
        this.identity = identity;
        this.base = base;
        this.tuned = tuned;
        this.claim = claim;
        respondent = new Respondent(model, tuned == null ? base : tuned.policy().model());
    }

    String identity() {
        return identity;
    }

    /** Optimiser steps that made it; {@code null} for a base model. */
    Long step() {
        return tuned == null ? null : tuned.step();
    }

    Respondent respondent() {
        return respondent;
    }

    Adapter adapter() {
        return tuned == null ? Adapter.NONE : tuned.policy().adapter();
    }

    @Override
    public void close() {
        respondent.close();
        if (tuned != null) {
            tuned.close();
        }
        base.close();
        Torch.releaseFreeMemory();
        claim.close();
    }
}

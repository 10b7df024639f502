package io.kernelign.trainer.training;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.trainer.spec.JobSpec;
import io.kernelign.training.memory.ByteSize;
import io.kernelign.training.memory.MemoryEstimate;

/**
 * The disk that a job's work folder is on.
 *
 * @param needed bytes of what lies there at once
 * @param free bytes
 */
record WorkDisk(long needed, long free) {

    /** @param free bytes */
    static WorkDisk of(MemoryEstimate estimate, JobSpec spec, ModelConfig model, long free) {
        long merged = spec.export().merged() ? Float.BYTES * model.parameters() : 0;
        return new WorkDisk(estimate.diskBytes() + merged, free);
    }

    boolean fits() {
        return needed <= free;
    }

    /** In a sentence, what it needs and what there is. */
    String refusal() {
        return "training keeps " + ByteSize.text(needed) + " in its work folder, and " + ByteSize.text(free)
                + " are free on the disk that this is on";
    }
}

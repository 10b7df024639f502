package io.kernelign.trainer.training;

import io.kernelign.service.start.RefusedStartException;
import io.kernelign.training.AvailableMemory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The memory that training may take in this worker: what its operator says, or else what the machine has left. */
@Component
class WorkerMemory {

    private static final String PROPERTY = "kernelign.trainer.memory";
    private static final String AUTO = "auto";

    private final String said;

    WorkerMemory(@Value("${" + PROPERTY + "}") String said) {
        this.said = said;
        bytes();
    }

    /** As it is now. */
    long bytes() {
        return said.equals(AUTO) ? AvailableMemory.bytes().orElse(Long.MAX_VALUE) : size();
    }

    private long size() {
        try {
            return DataSize.parse(said).toBytes();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new RefusedStartException(
                    PROPERTY + " is \"" + said + "\"; accepted is auto, or a size such as 12GB.", e);
        }
    }
}

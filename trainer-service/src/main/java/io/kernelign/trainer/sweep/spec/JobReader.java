package io.kernelign.trainer.sweep.spec;

import io.kernelign.input.InvalidInputException;
import io.kernelign.trainer.spec.JobSpec;
import java.util.Map;

/** Reads jobs. */
public interface JobReader {

    /** @throws InvalidInputException with what is wrong with it */
    JobSpec read(Map<String, Object> job);
}

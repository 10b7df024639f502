package io.kernelign.contracts;

import java.util.Map;

/**
 * Asks the trainer for a job.
 *
 * @param spec the job as the user wrote it, unchecked; the trainer checks it
 * @param dataset the data set that {@code spec.dataset} names
 */
public record JobRequest(Map<String, Object> spec, DatasetRef dataset) {}

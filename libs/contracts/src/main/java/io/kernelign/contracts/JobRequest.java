package io.kernelign.contracts;

import java.util.Map;

/**
 * Asks the trainer for a job.
 *
 * @param spec the job as the user wrote it, unchecked; the trainer checks it
 * @param dataset the data set that {@code spec.dataset} names
 * @param evalDataset the data set that {@code spec.evalDataset} names; {@code null} when it names none
 */
public record JobRequest(Map<String, Object> spec, DatasetRef dataset, DatasetRef evalDataset) {

    /** A job that is evaluated on what the split of its data set holds out. */
    public JobRequest(Map<String, Object> spec, DatasetRef dataset) {
        this(spec, dataset, null);
    }
}

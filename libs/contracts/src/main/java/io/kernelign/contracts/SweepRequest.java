package io.kernelign.contracts;

import java.util.Map;

/**
 * Asks the trainer for a sweep.
 *
 * @param spec the sweep as the user wrote it, unchecked; the trainer checks it
 * @param dataset the data set that {@code spec.base.dataset} names
 * @param evalDataset the data set that {@code spec.base.evalDataset} names; {@code null} when it names none
 */
public record SweepRequest(Map<String, Object> spec, DatasetRef dataset, DatasetRef evalDataset) {}

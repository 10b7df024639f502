package io.kernelign.contracts;

import java.util.Map;

/**
 * Asks how long the pairs of a data set are for a model.
 *
 * @param model what a job would call it, unchecked; it must be here already
 * @param limits {@code maxLength} and {@code maxPromptLength} as in a job's {@code training}, unchecked; the defaults of a
 *     job where they are absent
 */
public record TokenReportRequest(DatasetRef dataset, String model, Map<String, Object> limits) {}

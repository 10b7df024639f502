package io.kernelign.contracts;

import java.util.Map;

/**
 * Announces a run to metrics-service; repeating it is harmless.
 *
 * @param attempt the attempt that writes from now on; writes of lower attempts are refused with 409
 * @param objective the resolved objective as plain JSON data
 */
public record RunOpening(
        String name,
        String model,
        String datasetId,
        String datasetName,
        int attempt,
        Map<String, Object> objective,
        Map<String, String> tags) {}

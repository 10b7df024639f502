package io.kernelign.contracts;

import java.util.List;

/**
 * What would be recommended with other thresholds.
 *
 * @param thresholds {@code paper} or {@code relative}
 * @param reasons the choice in sentences
 */
public record AlternativeView(
        String thresholds, String kernel, String divergence, StabilityView stability, List<String> reasons) {}

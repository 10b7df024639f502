package io.kernelign.training.memory;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something that makes a training fit.
 *
 * @param changes fields of a job, dotted from its root, with the values that they would have
 * @param bytes that the training then takes
 */
public record Remedy(Map<String, Object> changes, long bytes) {

    @Override
    public String toString() {
        return changes.entrySet().stream()
                        .map(change -> change.getKey() + " " + change.getValue())
                        .collect(Collectors.joining(" with "))
                + ": " + ByteSize.text(bytes);
    }
}

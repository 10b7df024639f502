package io.kernelign.gateway.access;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How a key gets its next secret; the one before works on for the grace. */
record RotationRequest(Duration grace) {

    private static final Field<Integer> GRACE_SECONDS = Field.defaulted(
            "graceSeconds",
            Types.integer(0, (int) Duration.ofDays(7).toSeconds()),
            0,
            "How long the secret before works on.");

    private static final ObjectType<RotationRequest> TYPE = ObjectType.of(
            List.of(GRACE_SECONDS),
            values -> new RotationRequest(Duration.ofSeconds(values.get(GRACE_SECONDS))),
            request -> Map.of());

    /**
     * @param body {@code null} for the defaults
     * @throws io.kernelign.input.InvalidInputException for a field that is unknown or out of range
     */
    static RotationRequest read(Map<String, Object> body) {
        return TYPE.read(body == null ? Map.of() : body);
    }
}

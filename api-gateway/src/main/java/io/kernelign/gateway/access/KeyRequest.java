package io.kernelign.gateway.access;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.service.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A key as it is asked for.
 *
 * @param tenant {@code null} for the caller's own
 * @param expiresAt {@code null} for never
 */
record KeyRequest(String name, Role role, String tenant, Instant expiresAt) {

    static final String TENANT = "tenant";
    static final String EXPIRES_AT = "expiresAt";

    private static final Field<String> NAME = Field.required("name", Types.text(100), "What it is for.");
    private static final Field<Role> ROLE =
            Field.required("role", Types.constant(Role.class), "What its holder may do.");
    private static final Field<String> OF_TENANT =
            Field.optional(TENANT, Types.text(63), "Whose key it is; the caller's own tenant when absent.");
    private static final Field<Instant> EXPIRY =
            Field.optional(EXPIRES_AT, new TimeType(), "When it stops working; never when absent.");

    private static final ObjectType<KeyRequest> TYPE = ObjectType.of(
            List.of(NAME, ROLE, OF_TENANT, EXPIRY),
            values -> new KeyRequest(values.get(NAME), values.get(ROLE), values.get(OF_TENANT), values.get(EXPIRY)),
            request -> Map.of());

    /** @throws io.kernelign.input.InvalidInputException for a field that is unknown, missing or out of range */
    static KeyRequest read(Map<String, Object> body) {
        return TYPE.read(body);
    }
}

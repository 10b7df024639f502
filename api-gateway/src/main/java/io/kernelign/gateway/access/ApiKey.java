package io.kernelign.gateway.access;

import io.kernelign.service.access.Caller;
import io.kernelign.service.access.Role;
import io.kernelign.service.page.Cursor;
import java.time.Instant;
import java.util.UUID;

/**
 * A key as it is shown: without its secret.
 *
 * @param prefix how its secret begins
 * @param createdBy subject of the caller who made it
 * @param expiresAt {@code null} for never
 * @param revokedAt {@code null} while nobody has revoked it
 * @param lastUsedAt to the minute; {@code null} before its first use
 */
record ApiKey(
        String id,
        String tenant,
        String name,
        Role role,
        String prefix,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        Instant revokedAt,
        Instant lastUsedAt) {

    /** A key that has not been given to anybody yet. */
    static ApiKey fresh(KeyRequest wish, String tenant, KeySecret secret, String createdBy, Instant now) {
        var id = "key_" + UUID.randomUUID().toString().replace("-", "");
        return new ApiKey(
                id, tenant, wish.name(), wish.role(), secret.prefix(), now, createdBy, wish.expiresAt(), null, null);
    }

    boolean expired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    boolean revoked() {
        return revokedAt != null;
    }

    /** Who calls with it. */
    Caller caller() {
        return new Caller(tenant, role, id);
    }

    /** Its place in the listing. */
    Cursor cursor() {
        return new Cursor(createdAt, id);
    }
}

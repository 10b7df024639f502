package io.kernelign.gateway.audit;

import io.kernelign.service.access.Role;
import java.time.Instant;

/**
 * A request that could change something.
 *
 * @param subject id of the caller's key, or subject of its OpenID Connect token
 * @param route its path with the names of its variables, or as it was sent where no route matched
 * @param target id of what it was done to, or of what it made; {@code null} where there is neither
 * @param status what the caller was answered
 */
record AuditRecord(
        long id,
        Instant at,
        String tenant,
        String subject,
        Role role,
        String method,
        String route,
        String target,
        int status,
        String requestId) {}

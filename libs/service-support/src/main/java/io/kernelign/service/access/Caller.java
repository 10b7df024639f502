package io.kernelign.service.access;

import io.kernelign.contracts.Tenancy;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who makes a request.
 *
 * @param tenant whose data sets, jobs and results it sees; every query is made on behalf of it
 * @param subject which key, person or service it is: {@code key_...}, the subject of an OIDC token, {@code trainer-service}
 */
public record Caller(String tenant, Role role, String subject) {

    /** Everybody, where nobody has to say who they are. */
    public static final Caller ANYONE = new Caller(Tenancy.DEFAULT, Role.ADMIN, "anyone");

    /** Who makes the request that this thread serves; empty outside of one, and where a caller did not say. */
    public static Optional<Caller> current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    /** Whether it runs the installation: an admin of the tenant that every installation has. */
    public boolean operates() {
        return governs(Tenancy.DEFAULT);
    }

    /** Whether it may give out a tenant's keys: an admin of the tenant or of the whole installation. */
    public boolean governs(String other) {
        return role == Role.ADMIN && (tenant.equals(other) || tenant.equals(Tenancy.DEFAULT));
    }
}

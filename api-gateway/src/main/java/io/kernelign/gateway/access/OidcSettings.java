package io.kernelign.gateway.access;

import io.kernelign.service.start.RefusedStartException;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose OpenID Connect tokens are accepted beside keys, under {@code kernelign.oidc}.
 *
 * @param issuer URL of the issuer, whose metadata are below it; empty for none
 * @param audience what a token must be meant for
 * @param tenantClaim where a token names the tenant; dots lead into objects
 * @param rolesClaim where it names the roles, in a text or a list; dots lead into objects
 * @param rolePrefix what roles of ours begin with among others
 */
@ConfigurationProperties("kernelign.oidc")
record OidcSettings(String issuer, String audience, String tenantClaim, String rolesClaim, String rolePrefix) {

    OidcSettings {
        issuer = Optional.ofNullable(issuer).orElse("");
        if (!issuer.isEmpty() && (audience == null || audience.isBlank())) {
            throw new RefusedStartException("kernelign.oidc.audience is missing, so tokens that " + issuer
                    + " gave out for other services would be accepted; accepted is what tokens for this one name.");
        }
    }

    boolean configured() {
        return !issuer.isEmpty();
    }
}

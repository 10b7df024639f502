package io.kernelign.gateway.access;

import io.kernelign.service.access.Caller;
import io.kernelign.service.access.CallerAuthentication;
import java.time.Clock;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/** Who a caller is, by its bearer token: a key's secret, or a token of the issuer that is configured. */
@Component
class Identification implements AuthenticationManager {

    private final ApiKeys keys;
    private final OidcCallers tokens;
    private final Clock clock;

    Identification(ApiKeys keys, OidcCallers tokens, Clock clock) {
        this.keys = keys;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        var token = ((BearerTokenAuthenticationToken) request).getToken();
        return new CallerAuthentication(token.startsWith(KeySecret.MARK) ? holder(token) : tokens.identify(token));
    }

    private Caller holder(String token) {
        var now = clock.instant();
        var held = KeySecret.read(token)
                .flatMap(secret -> keys.byPrefix(secret.prefix()).filter(found -> secret.hasHash(found.hash())))
                .orElseThrow(() -> new InvalidBearerTokenException("There is no such key."));
        var key = held.key();
        if (key.revoked()) {
            throw new InvalidBearerTokenException("The key " + key.prefix() + "... is revoked.");
        }
        if (key.expired(now)) {
            throw new InvalidBearerTokenException("The key " + key.prefix() + "... has expired.");
        }
        if (held.endsAt() != null && !now.isBefore(held.endsAt())) {
            throw new InvalidBearerTokenException("The key " + key.prefix() + "... has been rotated.");
        }
        keys.used(key, now);
        return key.caller();
    }
}

package io.kernelign.gateway.access;

import io.kernelign.service.access.Caller;
import io.kernelign.service.access.IssuerAwayException;
import io.kernelign.service.access.Role;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/** Callers by the tokens of the issuer that is configured; it is first asked for its keys when a token comes. */
@Component
class OidcCallers {

    private final OidcSettings settings;
    private final Tenants tenants;
    private final JwtDecoder decoder;

    OidcCallers(OidcSettings settings, Tenants tenants) {
        this.settings = settings;
        this.tenants = tenants;
        this.decoder = new SupplierJwtDecoder(() -> decoder(settings));
    }

    private static JwtDecoder decoder(OidcSettings settings) {
        NimbusJwtDecoder decoder = JwtDecoders.fromIssuerLocation(settings.issuer());
        var meantForUs = new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, audience -> audience != null && audience.contains(settings.audience()));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(settings.issuer()), meantForUs));
        return decoder;
    }

    /** @throws InvalidBearerTokenException it is no token for us, or says too little */
    Caller identify(String token) {
        if (!settings.configured()) {
            throw new InvalidBearerTokenException(
                    "The bearer token is no key: those begin with " + KeySecret.MARK + ".");
        }
        try {
            var jwt = decoder.decode(token);
            return new Caller(tenant(jwt), role(jwt), subject(jwt));
        } catch (BadJwtException e) {
            throw new InvalidBearerTokenException("The token is not accepted: " + e.getMessage(), e);
        } catch (JwtException e) {
            throw new IssuerAwayException(settings.issuer(), e);
        }
    }

    private String tenant(Jwt jwt) {
        return claim(jwt, settings.tenantClaim())
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(tenants::exists)
                .orElseThrow(() -> new InvalidBearerTokenException(
                        "The token names no tenant of this installation in its claim " + settings.tenantClaim() + "."));
    }

    private Role role(Jwt jwt) {
        return claim(jwt, settings.rolesClaim()).stream()
                .flatMap(OidcCallers::texts)
                .filter(text -> text.startsWith(settings.rolePrefix()))
                .map(text -> text.substring(settings.rolePrefix().length()))
                .flatMap(text -> Role.of(text).stream())
                .max(Comparator.naturalOrder())
                .orElseThrow(
                        () -> new InvalidBearerTokenException("The token names none of the roles reader, writer and"
                                + " admin in its claim " + settings.rolesClaim() + "."));
    }

    private static String subject(Jwt jwt) {
        return Optional.ofNullable(jwt.getSubject())
                .orElseThrow(() -> new InvalidBearerTokenException("The token has no subject."));
    }

    private static Optional<Object> claim(Jwt jwt, String path) {
        Object at = jwt.getClaims();
        for (var name : path.split("\\.")) {
            at = at instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return Optional.ofNullable(at);
    }

    private static Stream<String> texts(Object claim) {
        return claim instanceof Collection<?> list
                ? list.stream().map(String::valueOf)
                : Stream.of(String.valueOf(claim).split("[ ,]+"));
    }
}

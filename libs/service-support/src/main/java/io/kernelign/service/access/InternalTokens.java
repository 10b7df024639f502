package io.kernelign.service.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import io.kernelign.service.http.RequestId;
import io.kernelign.service.start.RefusedStartException;
import java.time.Clock;
import java.time.Duration;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * By what one service tells another on whose behalf it calls: a JSON Web Token (RFC 7519) of a minute, signed by HMAC-SHA256 with
 * the secret that the services share.
 */
public final class InternalTokens {

    /** The shared secret, of at least 32 characters. */
    public static final Secret SECRET = new Secret("kernelign.internal.secret");

    private static final int SHORTEST_SECRET = 32;
    private static final String ISSUER = "kernelign";
    private static final String TENANT = "tenant";
    private static final String ROLE = "role";
    private static final String REQUEST = "request";
    private static final Duration LIFETIME = Duration.ofMinutes(1);
    private static final Duration CLOCKS_APART = Duration.ofSeconds(30);

    private final JwtEncoder encoder;
    private final JwtDecoder decoder;
    private final Clock clock;

    /** @throws RefusedStartException the secret is too short to sign with */
    InternalTokens(String secret, Clock clock) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new RefusedStartException(SECRET.property() + " has " + secret.length() + " characters; accepted are "
                    + SHORTEST_SECRET + " or more.");
        }
        var key = new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
        this.encoder = new NimbusJwtEncoder(new ImmutableSecret<>(key));
        this.decoder = decoder(key, clock);
        this.clock = clock;
    }

    private static JwtDecoder decoder(SecretKeySpec key, Clock clock) {
        var times = new JwtTimestampValidator(CLOCKS_APART);
        times.setClock(clock);
        var decoder = NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, new JwtIssuerValidator(ISSUER)));
        return decoder;
    }

    /** A token for one call; it also names the request that this thread serves, if any. */
    String issue(Caller caller) {
        var now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .subject(caller.subject())
                .claim(TENANT, caller.tenant())
                .claim(ROLE, caller.role().text())
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME));
        if (RequestId.current() != null) {
            claims.claim(REQUEST, RequestId.current());
        }
        var header = JwsHeader.with(MacAlgorithm.HS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
    }

    /** @throws JwtException it was not signed with the secret, is no longer valid, or lacks something */
    Caller verify(String token) {
        var jwt = decoder.decode(token);
        var role = Role.of(jwt.getClaimAsString(ROLE)).orElseThrow(() -> lacks(ROLE));
        return new Caller(text(jwt, TENANT), role, text(jwt, "sub"));
    }

    private static String text(Jwt jwt, String claim) {
        var text = jwt.getClaimAsString(claim);
        if (text == null || text.isBlank()) {
            throw lacks(claim);
        }
        return text;
    }

    private static JwtException lacks(String claim) {
        return new BadJwtException("The token lacks the claim " + claim + ".");
    }
}

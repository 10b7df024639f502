package io.kernelign.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.kernelign.gateway.GatewayApplication;
import io.kernelign.service.testing.Answer;
import io.kernelign.service.testing.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A gateway that accepts the tokens of an issuer, which is a server of its own, beside keys. */
class OidcTest {

    private static final Issuer ISSUER = Issuer.start();

    @RegisterExtension
    static final RunningService GATEWAY = RunningService.of(GatewayApplication.class, GatewayApplication.NAME)
            .with("kernelign.services.trainer", "http://localhost:1")
            .with("kernelign.internal.secret", KeySecret.fresh().reveal())
            .with("kernelign.oidc.issuer", ISSUER::url)
            .with("kernelign.oidc.audience", "kernelign")
            .with("kernelign.oidc.roles-claim", "realm_access.roles")
            .with("kernelign.oidc.role-prefix", "kernelign-");

    @AfterAll
    static void stop() {
        ISSUER.close();
    }

    private static Answer get(String token) {
        return GATEWAY.http().withKey(token).get("/api/v1/datasets");
    }

    private static String token(RSAKey key, Consumer<JWTClaimsSet.Builder> change) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER.url())
                .audience("kernelign")
                .subject("ann")
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))))
                .claim("tenant", "default")
                .claim("realm_access", Map.of("roles", List.of("other", "kernelign-reader", "kernelign-writer")));
        change.accept(claims);
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(Consumer<JWTClaimsSet.Builder> change) {
        return token(ISSUER.key(), change);
    }

    @Test
    void a_token_of_the_issuer_names_tenant_and_role() {
        var writer = GATEWAY.http().withKey(token(claims -> {}));

        assertThat(writer.get("/api/v1/datasets").status()).isEqualTo(200);
        writer.post("/api/v1/datasets", "application/jsonl", new byte[0]).problem(422);
        writer.get("/api/v1/keys").problem(403);
        var reader = GATEWAY.http()
                .withKey(token(claims -> claims.claim("realm_access", Map.of("roles", "kernelign-reader"))));
        reader.post("/api/v1/datasets", "application/jsonl", new byte[0]).problem(403);
    }

    @Test
    void a_token_that_is_past_or_for_somebody_else_or_says_too_little_is_refused() {
        get(token(claims -> claims.expirationTime(Date.from(Instant.now().minus(Duration.ofMinutes(5))))))
                .problem(401);
        get(token(claims -> claims.audience("another-service"))).problem(401);
        get(token(claims -> claims.issuer("https://elsewhere.example"))).problem(401);
        get(token(claims -> claims.claim("tenant", null))).problem(401);
        assertThat(get(token(claims -> claims.claim("tenant", "nobody")))
                        .problem(401)
                        .get("detail")
                        .asString())
                .isEqualTo("The token names no tenant of this installation in its claim tenant.");
        get(token(claims -> claims.claim("realm_access", Map.of("roles", List.of("kernelign-owner")))))
                .problem(401);
        get("kn_" + "x".repeat(43)).problem(401);
    }

    @Test
    void a_token_that_another_has_signed_is_refused() throws JOSEException {
        var forger = new RSAKeyGenerator(2048).keyID(ISSUER.key().getKeyID()).generate();

        get(token(forger, claims -> {})).problem(401);
    }
}

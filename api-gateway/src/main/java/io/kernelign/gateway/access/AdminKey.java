package io.kernelign.gateway.access;

import io.kernelign.contracts.Tenancy;
import io.kernelign.service.access.Role;
import io.kernelign.service.access.Secret;
import io.kernelign.service.start.RefusedStartException;
import java.time.Clock;
import org.springframework.core.env.Environment;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The first key, by which all others are made: given when the gateway is started, and stored like any other. */
@Component
class AdminKey {

    private static final Secret GIVEN = new Secret("kernelign.admin-key");

    private final ApiKeys keys;
    private final Environment environment;
    private final Clock clock;

    AdminKey(ApiKeys keys, Environment environment, Clock clock) {
        this.keys = keys;
        this.environment = environment;
        this.clock = clock;
    }

    /**
     * Stores it unless it is stored, also as one that has been revoked.
     *
     * @throws RefusedStartException it is none
     */
    void store() {
        GIVEN.read(environment).map(this::secret).ifPresent(secret -> {
            if (keys.byPrefix(secret.prefix()).isEmpty()) {
                add(secret);
            }
        });
    }

    private KeySecret secret(String text) {
        return KeySecret.read(text)
                .orElseThrow(() -> new RefusedStartException(
                        GIVEN.property() + " is no key; accepted is " + KeySecret.ACCEPTED + "."));
    }

    private void add(KeySecret secret) {
        var wish = new KeyRequest("given at the start", Role.ADMIN, Tenancy.DEFAULT, null);
        try {
            keys.add(ApiKey.fresh(wish, Tenancy.DEFAULT, secret, "start", clock.instant()), secret);
        } catch (DuplicateKeyException e) {
            // Another gateway that was started beside this one has stored it.
        }
    }
}

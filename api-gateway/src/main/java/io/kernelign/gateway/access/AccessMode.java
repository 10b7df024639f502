package io.kernelign.gateway.access;

import org.springframework.stereotype.Component;

/** Whether callers have to say who they are: where an issuer of tokens is configured, or there has ever been a key. */
@Component
class AccessMode {

    private final boolean asked;

    AccessMode(AdminKey adminKey, ApiKeys keys, OidcSettings oidc) {
        adminKey.store();
        asked = oidc.configured() || keys.any();
    }

    boolean asked() {
        return asked;
    }
}

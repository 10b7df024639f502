package io.kernelign.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.gateway.GatewayApplication;
import io.kernelign.service.testing.HttpProbe;
import io.kernelign.service.testing.RunningService;

/** A gateway that asks for keys, and those who hold some; the services behind it are away. */
public record Doors(RunningService gateway) {

    private static final String ADMIN = KeySecret.fresh().reveal();

    public static Doors withKeys() {
        return new Doors(RunningService.of(GatewayApplication.class, GatewayApplication.NAME)
                .with("kernelign.services.trainer", "http://localhost:1")
                .with("kernelign.services.metrics", "http://localhost:1")
                .with("kernelign.internal.secret", KeySecret.fresh().reveal())
                .with("kernelign.admin-key", ADMIN));
    }

    /** An admin of the tenant default. */
    public HttpProbe operator() {
        return gateway.http().withKey(ADMIN);
    }

    /** Who holds a key of a tenant, which is made if there is none of the name. */
    public HttpProbe holder(String tenant, String role) {
        operator().post("/api/v1/tenants", "{\"id\": \"" + tenant + "\"}");
        var body = "{\"name\": \"test\", \"role\": \"%s\", \"tenant\": \"%s\"}".formatted(role, tenant);
        var answer = operator().post("/api/v1/keys", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return gateway.http().withKey(answer.json().get("secret").asString());
    }
}

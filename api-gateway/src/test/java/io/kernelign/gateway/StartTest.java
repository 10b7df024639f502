package io.kernelign.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.service.start.RefusedStartException;
import io.kernelign.service.start.ServiceLauncher;
import io.kernelign.service.testing.HttpProbe;
import io.kernelign.service.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

class StartTest {

    @TempDir
    Path folder;

    private ConfigurableApplicationContext start(String... more) {
        var values = new TreeMap<>(TestPostgres.freshDatabase().properties());
        values.put("server.port", "0");
        values.put("kernelign.blobs.dir", folder.toString());
        values.put("kernelign.uploads.dir", folder.resolve("uploads").toString());
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        var args = values.entrySet().stream().map(value -> "--" + value.getKey() + "=" + value.getValue());
        return ServiceLauncher.start(GatewayApplication.class, GatewayApplication.NAME, args.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", ""})
    void it_does_not_open_its_door_to_everybody_without_being_told_to(String address) {
        assertThatThrownBy(() -> start("server.address", address).close())
                .isInstanceOf(RefusedStartException.class)
                .hasMessageContaining("kernelign.gateway.allow-unauthenticated=true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kernelign.uploads.max-bytes=0",
                "kernelign.uploads.expires-after=0s",
                "kernelign.uploads.sweep-every=-1s",
                "kernelign.bodies.max-bytes=0",
                "kernelign.calls.at-once=0",
                "kernelign.calls.long-at-once=-1"
            })
    void it_does_not_start_with_limits_that_make_no_sense(String setting) {
        var parts = setting.split("=");

        assertThatThrownBy(() -> start(parts[0], parts[1]).close())
                .hasStackTraceContaining("RefusedStartException: " + parts[0] + " is ");
    }

    private static final String KEY = "kn_" + "k".repeat(43);
    private static final String SECRET = "s".repeat(32);

    @Test
    void it_listens_everywhere_when_it_asks_for_keys() throws IOException {
        var file = Files.writeString(folder.resolve("admin-key"), KEY + "\n").toString();
        try (var gateway = start(
                "server.address", "0.0.0.0", "kernelign.admin-key-file", file, "kernelign.internal.secret", SECRET)) {
            var http =
                    new HttpProbe("http://localhost:" + gateway.getEnvironment().getProperty("local.server.port"));
            http.get("/api/v1/datasets").problem(401);
            assertThat(http.withKey(KEY).get("/api/v1/datasets").status()).isEqualTo(200);
        }
    }

    @Test
    void it_does_not_ask_for_keys_where_the_services_behind_it_would_believe_anybody() {
        assertThatThrownBy(() -> start("kernelign.admin-key", KEY).close())
                .isInstanceOf(RefusedStartException.class)
                .hasMessageContaining("KERNELIGN_INTERNAL_SECRET");
    }

    @Test
    void a_first_key_that_is_none_is_refused_without_being_told() {
        assertThatThrownBy(() -> start("kernelign.admin-key", "open-sesame", "kernelign.internal.secret", SECRET)
                        .close())
                .hasStackTraceContaining("kernelign.admin-key is no key; accepted is kn_")
                .hasMessageNotContaining("open-sesame");
    }

    @Test
    void an_issuer_whose_tokens_may_be_meant_for_others_is_refused() {
        assertThatThrownBy(() ->
                        start("kernelign.oidc.issuer", "https://login.example").close())
                .hasStackTraceContaining("kernelign.oidc.audience is missing");
    }

    @Test
    void it_listens_everywhere_when_told_to() {
        try (var gateway = start("server.address", "0.0.0.0", "kernelign.gateway.allow-unauthenticated", "true")) {
            assertThat(gateway.isRunning()).isTrue();
        }
    }
}

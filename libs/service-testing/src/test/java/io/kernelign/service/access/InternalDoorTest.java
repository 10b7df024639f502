package io.kernelign.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.contracts.Tenancy;
import io.kernelign.service.start.RefusedStartException;
import io.kernelign.service.start.ServiceLauncher;
import io.kernelign.service.testing.Answer;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.TestPostgres;
import io.kernelign.service.testing.sample.SampleApi;
import io.kernelign.service.testing.sample.SampleApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service whose peers share a secret with it. */
class InternalDoorTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Caller ANN = new Caller("acme", Role.READER, "key_1");

    @RegisterExtension
    static final RunningService SAMPLE =
            RunningService.of(SampleApplication.class, "sample-service").with("kernelign.internal.secret", SECRET);

    private static Answer tenant(String token, String claimed) {
        return SAMPLE.http().withKey(token).send("/sample/tenant", request -> request.header(Tenancy.HEADER, claimed));
    }

    private static InternalTokens tokens(String secret, Clock clock) {
        return new InternalTokens(secret, clock);
    }

    private static InternalTokens tokens() {
        return tokens(SECRET, Clock.systemUTC());
    }

    @Test
    void the_tenant_is_the_token_s_whatever_the_header_says() {
        var answer = tenant(tokens().issue(ANN), "default").json();

        assertThat(answer.get("tenant").asString()).isEqualTo("acme");
        assertThat(answer.get("subject").asString()).isEqualTo("key_1");
    }

    @Test
    void a_header_without_a_token_is_refused() {
        var answer = SAMPLE.http().send("/sample/tenant", request -> request.header(Tenancy.HEADER, "acme"));

        answer.problem(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void a_token_of_another_secret_is_refused() {
        var forged = tokens(SECRET.replace('0', '1'), Clock.systemUTC()).issue(ANN);

        var answer = tenant(forged, "acme");
        answer.problem(401);
        assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void a_token_that_is_not_signed_is_refused() {
        var parts = tokens().issue(ANN).split("\\.");
        var none = "eyJhbGciOiJub25lIn0." + parts[1] + ".";

        tenant(none, "acme").problem(401);
    }

    @Test
    void a_token_lasts_a_minute() {
        var late = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-2));

        tenant(tokens(SECRET, late).issue(ANN), "acme").problem(401);
    }

    @Test
    void a_call_of_a_service_by_itself_names_the_service() {
        var answer = SAMPLE.client(SampleApi.class).tenant("acme");

        assertThat(answer).containsEntry("tenant", "acme").containsEntry("subject", "sample-service");
    }

    @Test
    void a_call_on_behalf_of_a_caller_names_the_caller() {
        var answer = SAMPLE.http()
                .withKey(tokens().issue(ANN))
                .get("/sample/relayed-tenant")
                .json();

        assertThat(answer.get("tenant").asString()).isEqualTo("acme");
        assertThat(answer.get("subject").asString()).isEqualTo("key_1");
    }

    @Test
    void health_and_metrics_are_for_everybody() {
        assertThat(SAMPLE.http().get("/actuator/health").status()).isEqualTo(200);
        assertThat(SAMPLE.http().get("/actuator/prometheus").status()).isEqualTo(200);
    }

    private static void start(String... more) {
        var values = new TreeMap<>(TestPostgres.freshDatabase().properties());
        values.put("server.port", "0");
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        var args = values.entrySet().stream().map(value -> "--" + value.getKey() + "=" + value.getValue());
        ServiceLauncher.start(SampleApplication.class, "sample-service", args.toArray(String[]::new))
                .close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", ""})
    void without_a_secret_only_this_machine_may_reach_it(String address) {
        assertThatThrownBy(() -> start("server.address", address))
                .isInstanceOf(RefusedStartException.class)
                .hasMessageContaining("KERNELIGN_INTERNAL_SECRET");
    }

    @Test
    void a_secret_may_lie_in_a_file(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("secret"), SECRET + "\n");

        start("server.address", "0.0.0.0", "kernelign.internal.secret-file", file.toString());
    }

    @Test
    void a_secret_that_is_too_short_or_given_twice_or_missing_is_refused_without_being_told(@TempDir Path folder) {
        assertThatThrownBy(() -> start("kernelign.internal.secret", "hush-hush"))
                .hasStackTraceContaining("kernelign.internal.secret has 9 characters; accepted are 32 or more.")
                .hasMessageNotContaining("hush-hush");
        assertThatThrownBy(() -> start("kernelign.internal.secret", SECRET, "kernelign.internal.secret-file", "f"))
                .hasStackTraceContaining("are both given");
        var missing = folder.resolve("none").toString();
        assertThatThrownBy(() -> start("kernelign.internal.secret-file", missing))
                .hasStackTraceContaining("which cannot be read");
    }
}

package io.kernelign.gateway.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.gateway.GatewayApplication;
import io.kernelign.metrics.MetricsApplication;
import io.kernelign.service.testing.Answer;
import io.kernelign.service.testing.HttpProbe;
import io.kernelign.service.testing.RunningService;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway that asks for keys, before a metrics-service that believes nobody without the shared secret. */
class KeysTest {

    private static final String ADMIN = KeySecret.fresh().reveal();
    private static final String SHARED = KeySecret.fresh().reveal();

    @Order(1)
    @RegisterExtension
    static final RunningService METRICS = RunningService.of(MetricsApplication.class, MetricsApplication.NAME)
            .with("kernelign.internal.secret", SHARED);

    @Order(2)
    @RegisterExtension
    static final RunningService GATEWAY = RunningService.of(GatewayApplication.class, GatewayApplication.NAME)
            .with("kernelign.services.metrics", METRICS::url)
            .with("kernelign.services.trainer", "http://localhost:1")
            .with("kernelign.internal.secret", SHARED)
            .with("kernelign.admin-key", ADMIN);

    private static final byte[] ROW =
            "{\"prompt\": \"a\", \"chosen\": \"yes\", \"rejected\": \"no\"}\n".getBytes(UTF_8);

    private static HttpProbe admin() {
        return GATEWAY.http().withKey(ADMIN);
    }

    private static HttpProbe with(String key) {
        return GATEWAY.http().withKey(key);
    }

    private static JsonNode issue(HttpProbe by, String json) {
        var answer = by.post("/api/v1/keys", json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private static String secret(String role) {
        return issue(admin(), "{\"name\": \"test\", \"role\": \"" + role + "\"}")
                .get("secret")
                .asString();
    }

    /** The first admin key of a tenant that nobody else has. */
    private static String tenant(String id) {
        assertThat(admin().post("/api/v1/tenants", "{\"id\": \"" + id + "\"}").status())
                .isEqualTo(201);
        return issue(admin(), "{\"name\": \"first\", \"role\": \"admin\", \"tenant\": \"" + id + "\"}")
                .get("secret")
                .asString();
    }

    private static String upload(HttpProbe by) {
        var answer = by.post("/api/v1/datasets?name=few", "application/jsonl", ROW);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("id").asString();
    }

    private static List<String> ids(Answer answer) {
        return answer.json().get("items").findValuesAsString("id");
    }

    @Test
    void without_a_key_the_api_answers_401_and_says_what_it_wants() {
        var own = GATEWAY.http().get("/api/v1/datasets");
        own.problem(401);
        assertThat(own.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(own.text()).contains("Authorization: Bearer");

        var dialect = GATEWAY.http().get("/v1/files");
        assertThat(dialect.status()).isEqualTo(401);
        assertThat(dialect.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(dialect.json().at("/error/code").asString()).isEqualTo("unauthorized");
        assertThat(dialect.json().at("/error/type").asString()).isEqualTo("invalid_request_error");
    }

    @Test
    void a_key_that_nobody_has_made_is_refused_like_one_that_cannot_be() {
        for (var key : List.of(KeySecret.fresh().reveal(), "kn_short", ADMIN.substring(0, 40) + "xyz", "sk-123")) {
            var answer = with(key).get("/api/v1/datasets");
            answer.problem(401);
            assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
        }
    }

    @Test
    void pages_and_health_are_for_everybody_and_metrics_are_not() {
        assertThat(GATEWAY.http().get("/").status()).isEqualTo(200);
        assertThat(GATEWAY.http().get("/openapi").status()).isEqualTo(200);
        assertThat(GATEWAY.http().get("/actuator/health/readiness").status()).isEqualTo(200);
        GATEWAY.http().get("/actuator/prometheus").problem(401);
        assertThat(with(secret("reader")).get("/actuator/prometheus").status()).isEqualTo(200);
    }

    @Test
    void a_reader_looks_a_writer_changes_and_an_admin_gives_out_keys() {
        var reader = with(secret("reader"));
        var writer = with(secret("writer"));
        var dataset = upload(writer);

        assertThat(reader.get("/api/v1/datasets/" + dataset).status()).isEqualTo(200);
        assertThat(reader.delete("/api/v1/datasets/" + dataset)
                        .problem(403)
                        .get("detail")
                        .asString())
                .isEqualTo("The role reader of the tenant default is not allowed to do this.");
        assertThat(reader.post("/v1/files", "multipart/form-data", new byte[0])
                        .json()
                        .at("/error/code")
                        .asString())
                .isEqualTo("forbidden");
        writer.get("/api/v1/keys").problem(403);
        assertThat(admin().get("/api/v1/keys").status()).isEqualTo(200);
    }

    @Test
    void calls_go_on_to_the_services_on_behalf_of_the_caller() {
        assertThat(with(secret("reader")).get("/api/v1/results").json().get("items"))
                .isEmpty();
        METRICS.http().get("/internal/v1/runs").problem(401);
    }

    @Test
    void a_secret_is_told_once_and_kept_as_its_hash() {
        var answer = admin().post("/api/v1/keys", "{\"name\": \"ci\", \"role\": \"writer\"}");
        var secret = answer.json().get("secret").asString();
        var key = answer.json().get("key");

        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Location"))
                .isEqualTo("/api/v1/keys/" + key.get("id").asString());
        assertThat(secret)
                .matches("kn_[A-Za-z0-9_-]{43}")
                .startsWith(key.get("prefix").asString());
        var shown = admin().get(answer.header("Location"));
        assertThat(shown.json()).isEqualTo(key);
        assertThat(shown.text()).doesNotContain(secret);
        var stored = GATEWAY.bean(JdbcClient.class)
                .sql("select s.*, k.* from key_secret s join api_key k on k.id = s.key")
                .query()
                .listOfRows();
        assertThat(stored.toString()).contains("ci").doesNotContain(secret).doesNotContain(ADMIN);
    }

    @Test
    void a_key_works_until_it_expires() {
        var soon = Instant.now().plusSeconds(3600);
        var issued = issue(admin(), "{\"name\": \"x\", \"role\": \"reader\", \"expiresAt\": \"" + soon + "\"}");
        var key = with(issued.get("secret").asString());
        assertThat(key.get("/api/v1/datasets").status()).isEqualTo(200);

        GATEWAY.bean(JdbcClient.class)
                .sql("update api_key set expires_at = now() where id = ?")
                .param(issued.at("/key/id").asString())
                .update();

        assertThat(key.get("/api/v1/datasets").problem(401).get("detail").asString())
                .endsWith("has expired.");
    }

    @Test
    void a_revoked_key_stops_at_once_and_stays_in_the_list() {
        var issued = issue(admin(), "{\"name\": \"x\", \"role\": \"reader\"}");
        var path = "/api/v1/keys/" + issued.at("/key/id").asString();

        assertThat(admin().delete(path).status()).isEqualTo(204);
        assertThat(admin().delete(path).status()).isEqualTo(204);

        with(issued.get("secret").asString()).get("/api/v1/datasets").problem(401);
        assertThat(admin().get(path).json().hasNonNull("revokedAt")).isTrue();
        admin().post(path + "/rotate", "{}").problem(409);
    }

    @Test
    void rotation_gives_another_secret_and_the_one_before_works_for_its_grace_alone() {
        var issued = issue(admin(), "{\"name\": \"x\", \"role\": \"reader\"}");
        var path = "/api/v1/keys/" + issued.at("/key/id").asString() + "/rotate";
        var first = issued.get("secret").asString();

        var second = admin().post(path, "{\"graceSeconds\": 600}")
                .json()
                .get("secret")
                .asString();
        assertThat(with(first).get("/api/v1/datasets").status()).isEqualTo(200);
        assertThat(with(second).get("/api/v1/datasets").status()).isEqualTo(200);

        var third = admin().post(path, "{}").json();
        with(first).get("/api/v1/datasets").problem(401);
        with(second).get("/api/v1/datasets").problem(401);
        assertThat(with(third.get("secret").asString()).get("/api/v1/datasets").status())
                .isEqualTo(200);
        assertThat(third.at("/key/id")).isEqualTo(issued.at("/key/id"));
        assertThat(third.get("secret").asString())
                .startsWith(third.at("/key/prefix").asString());
        admin().post(path, "{\"graceSeconds\": -1}").problem(400);
    }

    @Test
    void the_last_use_of_a_key_is_noted() {
        var issued = issue(admin(), "{\"name\": \"x\", \"role\": \"reader\"}");
        var path = "/api/v1/keys/" + issued.at("/key/id").asString();
        assertThat(admin().get(path).json().hasNonNull("lastUsedAt")).isFalse();

        with(issued.get("secret").asString()).get("/api/v1/datasets");

        assertThat(Instant.parse(admin().get(path).json().get("lastUsedAt").asString()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void the_same_content_in_two_tenants_is_two_data_sets() {
        var here = with(secret("writer"));
        var there = with(tenant("acme"));

        var first = upload(here);
        var second = upload(there);

        assertThat(second).isNotEqualTo(first);
        assertThat(ids(here.get("/api/v1/datasets?limit=100"))).contains(first).doesNotContain(second);
        assertThat(ids(there.get("/api/v1/datasets"))).containsExactly(second);
        there.get("/api/v1/datasets/" + first).problem(404);
        there.get("/api/v1/datasets/" + first + "/pairs").problem(404);
        assertThat(there.get("/v1/files/" + first).status()).isEqualTo(404);
        there.delete("/api/v1/datasets/" + first).problem(404);
        assertThat(here.get("/api/v1/datasets/" + first).status()).isEqualTo(200);
    }

    @Test
    void the_admin_of_a_tenant_has_to_do_with_its_keys_alone() {
        var other = with(tenant("globex"));
        var own = issue(admin(), "{\"name\": \"x\", \"role\": \"reader\"}")
                .at("/key/id")
                .asString();

        other.get("/api/v1/keys/" + own).problem(404);
        other.delete("/api/v1/keys/" + own).problem(404);
        other.post("/api/v1/keys/" + own + "/rotate", "{}").problem(404);
        other.get("/api/v1/keys?tenant=default").problem(400);
        var refused = other.post("/api/v1/keys", "{\"name\": \"x\", \"role\": \"admin\", \"tenant\": \"default\"}")
                .problem(400);
        assertThat(refused.at("/errors/0/field").asString()).isEqualTo("tenant");
        other.post("/api/v1/tenants", "{\"id\": \"more\"}").problem(403);
        other.get("/api/v1/tenants").problem(403);
        assertThat(other.get("/api/v1/keys").json().get("items")).hasSize(1);
        assertThat(ids(admin().get("/api/v1/keys?tenant=globex"))).hasSize(1);
        assertThat(admin().get("/api/v1/tenants").json().findValuesAsString("id"))
                .contains("default", "globex");
    }

    @Test
    void a_request_for_a_key_that_makes_no_sense_is_told_field_by_field() {
        var problem = admin().post("/api/v1/keys", "{\"role\": \"owner\", \"expiresAt\": \"soon\", \"scope\": 1}")
                .problem(400);

        assertThat(problem.get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("name", "role", "expiresAt", "scope");
        admin().post(
                        "/api/v1/keys",
                        JsonMapper.shared()
                                .writeValueAsString(
                                        Map.of("name", "x", "role", "reader", "expiresAt", "2020-01-01T00:00:00Z")))
                .problem(400);
        admin().post("/api/v1/tenants", "{\"id\": \"Acme Inc\"}").problem(400);
        admin().post("/api/v1/tenants", "{\"id\": \"default\"}").problem(409);
    }

    @Test
    void a_gateway_that_has_keys_asks_for_them_also_when_it_is_started_without_the_first() {
        GATEWAY.stop();
        GATEWAY.start();

        GATEWAY.http().get("/api/v1/datasets").problem(401);
        assertThat(admin().get("/api/v1/datasets").status()).isEqualTo(200);
    }
}

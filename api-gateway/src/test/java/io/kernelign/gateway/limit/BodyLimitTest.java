package io.kernelign.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.gateway.GatewayApplication;
import io.kernelign.service.testing.Answer;
import io.kernelign.service.testing.RunningService;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No body but an upload's is larger than what the gateway would hold in memory. */
class BodyLimitTest {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final int LIMIT = 10_000;
    private static final byte[] LARGE = ("{\"model\": \"" + "m".repeat(LIMIT) + "\"}").getBytes();
    private static final String SENTENCE = "The body of this request is larger than the limit of 10000 bytes.";

    @RegisterExtension
    static final RunningService GATEWAY = RunningService.of(GatewayApplication.class, GatewayApplication.NAME)
            .with("kernelign.services.trainer", "http://localhost:1")
            .with("kernelign.bodies.max-bytes", String.valueOf(LIMIT));

    private record Route(String method, String path) {}

    /** Every described route that changes something and is no upload. */
    private static List<Route> routes() {
        var routes = new ArrayList<Route>();
        GATEWAY.http().get("/openapi").json().get("paths").properties().forEach(path -> path.getValue()
                .propertyNames()
                .forEach(method -> routes.add(
                        new Route(method.toUpperCase(Locale.ROOT), path.getKey().replaceAll("\\{[^}]*}", "x")))));
        routes.removeIf(route -> READING.contains(route.method()) || ApiPaths.isUpload(route.method(), route.path()));
        return routes;
    }

    private static Answer send(Route route, String type, BodyPublisher body) {
        return GATEWAY.http().send(route.path(), request -> request.header("Content-Type", type)
                .method(route.method(), body));
    }

    private static BodyPublisher withoutLength(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    @Test
    void every_route_but_those_of_uploads_refuses_a_body_that_is_declared_too_large() {
        assertThat(routes()).hasSizeGreaterThan(20).allSatisfy(route -> {
            var answer = send(route, "application/json", BodyPublishers.ofByteArray(LARGE));
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.text()).contains(SENTENCE);
        });
    }

    @Test
    void a_body_without_a_length_is_refused_where_it_passes_the_limit() {
        for (var path : List.of("/api/v1/jobs", "/api/v1/jobs?dryRun=true", "/api/v1/sweeps", "/api/v1/evaluations")) {
            var problem = send(new Route("POST", path), "application/json", withoutLength(LARGE))
                    .problem(413);
            assertThat(problem.get("detail").asString()).isEqualTo(SENTENCE);
        }
        var dialect = send(new Route("POST", "/v1/fine_tuning/jobs"), "application/json", withoutLength(LARGE));
        assertThat(dialect.status()).isEqualTo(413);
        assertThat(dialect.json().at("/error/message").asString()).isEqualTo(SENTENCE);
    }

    @Test
    void a_form_without_a_length_is_not_read_where_none_belongs() {
        send(new Route("POST", "/api/v1/jobs?dryRun=true"), "multipart/form-data; boundary=x", withoutLength(LARGE))
                .problem(415);
    }

    @Test
    void a_body_within_the_limit_is_read() {
        var problem = send(new Route("POST", "/api/v1/jobs"), "application/json", withoutLength("{}".getBytes()))
                .problem(400);

        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("dataset");
    }
}

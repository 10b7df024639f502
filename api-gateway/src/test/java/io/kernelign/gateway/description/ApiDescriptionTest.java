package io.kernelign.gateway.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.gateway.GatewayApplication;
import io.kernelign.service.testing.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What the API says of itself while the services behind it are away. */
class ApiDescriptionTest {

    @RegisterExtension
    static final RunningService GATEWAY = RunningService.of(GatewayApplication.class, GatewayApplication.NAME)
            .with("kernelign.services.metrics", "http://localhost:1")
            .with("kernelign.services.trainer", "http://localhost:1")
            .with("kernelign.services.selector", "http://localhost:1");

    private static JsonNode description() {
        return GATEWAY.http().get("/openapi").json();
    }

    @Test
    void what_is_served_is_described_as_open_api_3_1() {
        var description = description();

        assertThat(description.get("openapi").asString()).startsWith("3.1");
        assertThat(description.get("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/v1/fine_tuning/jobs",
                        "/v1/fine_tuning/jobs/{id}",
                        "/v1/fine_tuning/jobs/{id}/cancel",
                        "/v1/fine_tuning/jobs/{id}/pause",
                        "/v1/fine_tuning/jobs/{id}/resume",
                        "/v1/fine_tuning/jobs/{id}/events",
                        "/v1/fine_tuning/jobs/{id}/checkpoints",
                        "/v1/files",
                        "/v1/files/{id}",
                        "/v1/files/{id}/content",
                        "/v1/models",
                        "/v1/models/{name}",
                        "/api/v1/jobs/{id}/pause",
                        "/api/v1/jobs/{id}/resume",
                        "/api/v1/jobs/{id}/retry",
                        "/api/v1/jobs/{id}/verdict",
                        "/api/v1/benchmark-files",
                        "/api/v1/benchmark-files/{id}",
                        "/api/v1/datasets",
                        "/api/v1/datasets/{id}",
                        "/api/v1/datasets/{id}/defects",
                        "/api/v1/datasets/{id}/export",
                        "/api/v1/datasets/{id}/pairs",
                        "/api/v1/datasets/{id}/report",
                        "/api/v1/evaluations",
                        "/api/v1/evaluations/{id}",
                        "/api/v1/evaluations/{id}/artifacts",
                        "/api/v1/evaluations/{id}/artifacts/{name}",
                        "/api/v1/evaluations/{id}/cancel",
                        "/api/v1/evaluations/{id}/comparison",
                        "/api/v1/jobs",
                        "/api/v1/jobs/{id}",
                        "/api/v1/jobs/{id}/artifacts",
                        "/api/v1/jobs/{id}/artifacts/{name}",
                        "/api/v1/jobs/{id}/cancel",
                        "/api/v1/jobs/{id}/deliveries",
                        "/api/v1/jobs/{id}/deliveries/{delivery}/redeliver",
                        "/api/v1/jobs/{id}/events",
                        "/api/v1/jobs/{id}/generate",
                        "/api/v1/jobs/{id}/metrics",
                        "/api/v1/jobs/{id}/metrics/curves",
                        "/api/v1/jobs/{id}/metrics/export",
                        "/api/v1/keys",
                        "/api/v1/keys/{id}",
                        "/api/v1/keys/{id}/rotate",
                        "/api/v1/leaderboard",
                        "/api/v1/models",
                        "/api/v1/objectives",
                        "/api/v1/objectives/psi",
                        "/api/v1/recommendations",
                        "/api/v1/recommendations/{id}",
                        "/api/v1/recommendations/{id}/cancel",
                        "/api/v1/recommendations/{id}/map",
                        "/api/v1/results",
                        "/api/v1/results/compare",
                        "/api/v1/schemas/job",
                        "/api/v1/schemas/sweep",
                        "/api/v1/sweeps",
                        "/api/v1/sweeps/{id}",
                        "/api/v1/sweeps/{id}/best",
                        "/api/v1/sweeps/{id}/cancel",
                        "/api/v1/sweeps/{id}/heatmap",
                        "/api/v1/sweeps/{id}/heatmap.svg",
                        "/api/v1/sweeps/{id}/parallel-coordinates",
                        "/api/v1/audit",
                        "/api/v1/tenants",
                        "/api/v1/tenants/{id}/limits",
                        "/api/v1/tenants/{id}/share",
                        "/api/v1/uploads",
                        "/api/v1/uploads/{id}");
        description
                .get("paths")
                .forEach(path -> path.forEach(operation -> assertThat(operation.hasNonNull("summary"))
                        .as(operation.toString())
                        .isTrue()));
        assertThat(description.at("/paths/~1api~1v1~1jobs/post/responses").propertyNames())
                .contains("200", "201", "409");
        assertThat(description.at("/components/schemas/JobMemory/properties").propertyNames())
                .contains("bytes", "availableBytes", "fits", "terms", "remedies");
        var uploaded = description.at("/paths/~1api~1v1~1benchmark-files/post/responses/201/content");
        assertThat(uploaded.findValue("example").get("questions").isNumber()).isTrue();
        assertThat(GATEWAY.http().get("/openapi").text()).doesNotContain("aller");
    }

    @Test
    void answers_are_described_by_the_names_that_they_have_and_with_what_may_be_null() {
        var schemas = description().at("/components/schemas");

        var file = schemas.get("FileObject");
        assertThat(file.get("properties").propertyNames()).contains("created_at");
        assertThat(file.get("required").valueStream().map(JsonNode::asString)).contains("created_at");
        assertThat(file.at("/properties/bytes/type").asString()).isEqualTo("integer");
        assertThat(file.at("/properties/filename/type").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("string", "null");
        assertThat(schemas.at("/JobView/properties/state/anyOf/1/type").asString())
                .isEqualTo("null");
    }

    @Test
    void every_operation_says_what_it_answers_when_it_refuses() {
        var paths = description().get("paths");

        paths.properties().forEach(path -> path.getValue().forEach(operation -> {
            var refusal = operation.at("/responses/4XX/content");
            assertThat(refusal.propertyNames())
                    .as(path.getKey())
                    .containsExactly(
                            path.getKey().startsWith("/v1/") ? "application/json" : "application/problem+json");
        }));
    }
}

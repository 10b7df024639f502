package io.kernelign.service.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service answered. */
public record Answer(HttpResponse<byte[]> response) {

    public int status() {
        return response.statusCode();
    }

    /** A header's first value; {@code null} when it is absent. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    public String text() {
        return new String(response.body(), UTF_8);
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(response.body());
    }

    /**
     * The body of a refusal, checked to be a complete problem detail.
     *
     * @throws AssertionError when the status is another or the body no problem detail
     */
    public JsonNode problem(int status) {
        if (status() != status || !"application/problem+json".equals(header("Content-Type"))) {
            throw new AssertionError("expected a problem " + status + ", got " + status() + " " + header("Content-Type")
                    + ": " + text());
        }
        var problem = json();
        if (problem.path("status").asInt() != status || !problem.hasNonNull("detail")) {
            throw new AssertionError("not a complete problem: " + text());
        }
        return problem;
    }
}

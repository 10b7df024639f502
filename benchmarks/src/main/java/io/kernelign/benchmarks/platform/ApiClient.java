package io.kernelign.benchmarks.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plain HTTP to the gateway with a key. */
public final class ApiClient {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String key;

    ApiClient(String url, String key) {
        this.url = url;
        this.key = key;
    }

    /** An answer, whatever its status. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    /** @throws IOException when it is not answered with 200 */
    public JsonNode json(String path) throws IOException, InterruptedException {
        var answer = get(path);
        if (answer.statusCode() != 200) {
            throw new IOException(path + " was answered with " + answer.statusCode() + ": " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    /** The status, once the answer is there whole. */
    public CompletableFuture<Integer> status(String path) {
        return http.sendAsync(request(path).build(), BodyHandlers.ofByteArray()).thenApply(HttpResponse::statusCode);
    }

    public HttpResponse<String> post(String path, String mediaType, BodyPublisher body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = request(path).header("Content-Type", mediaType).POST(body);
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Sends JSON under an Idempotency-Key. */
    public HttpResponse<String> post(String path, Map<String, ?> body, String idempotencyKey)
            throws IOException, InterruptedException {
        var text = JsonMapper.shared().writeValueAsString(body);
        return post(path, "application/json", BodyPublishers.ofString(text), Map.of("Idempotency-Key", idempotencyKey));
    }

    public HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return http.send(request(path).DELETE().build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key);
    }
}

package io.kernelign.benchmarks.metrics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Plain HTTP to metrics-service, on behalf of one tenant. */
final class MetricsClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;

    MetricsClient(String url) {
        this.url = url;
    }

    void open(String run) throws IOException, InterruptedException {
        var body = "{\"name\":\"" + run + "\",\"model\":\"none\",\"attempt\":1}";
        require(send(request("/internal/v1/runs/" + run)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))));
    }

    /** @throws IOException when it is not known to be written */
    void append(String run, String batch) throws IOException, InterruptedException {
        require(send(request("/internal/v1/runs/" + run + "/points")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(batch))));
    }

    /** The length of the answer, once it is there whole. */
    CompletableFuture<Integer> summary(String run) {
        return get("/internal/v1/runs/" + run);
    }

    CompletableFuture<Integer> series(String run, String curve, int maxPoints) {
        return get("/internal/v1/runs/" + run + "/series?split=" + Load.SPLIT + "&name=" + curve + "&maxPoints="
                + maxPoints);
    }

    private CompletableFuture<Integer> get(String path) {
        return http.sendAsync(request(path).build(), BodyHandlers.ofByteArray()).thenApply(answer -> {
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " was answered with " + answer.statusCode());
            }
            return answer.body().length;
        });
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE).header("X-Kernelign-Tenant", "bench");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static void require(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.uri() + " was answered with " + answer.statusCode() + ": " + answer.body());
        }
    }
}

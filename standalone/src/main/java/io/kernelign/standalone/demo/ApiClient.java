package io.kernelign.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API as any client sees it: JSON over HTTP. */
final class ApiClient {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration BETWEEN_POLLS = Duration.ofMillis(300);

    private final String base;
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * @param gateway base URL, without a slash at the end
     */
    ApiClient(String gateway) {
        base = gateway + "/api/v1";
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        var json = BodyPublishers.ofString(JSON.writeValueAsString(body));
        return send(request(path).header("Content-Type", "application/json").POST(json));
    }

    JsonNode upload(String path, Path file) throws IOException, InterruptedException {
        BodyPublisher body = BodyPublishers.ofFile(file);
        return send(request(path).header("Content-Type", "application/jsonl").POST(body));
    }

    void download(String path, Path target) throws IOException, InterruptedException {
        var response = http.send(request(path).GET().build(), BodyHandlers.ofFile(target));
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode());
        }
    }

    /** Asks again and again until the answer is as wanted. */
    JsonNode await(String path, Predicate<JsonNode> wanted, Consumer<JsonNode> each)
            throws IOException, InterruptedException {
        while (true) {
            var answer = get(path);
            each.accept(answer);
            if (wanted.test(answer)) {
                return answer;
            }
            Thread.sleep(BETWEEN_POLLS.toMillis());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "application/json");
    }

    private JsonNode send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        var request = builder.build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(request.method() + " " + request.uri().getPath() + " answered "
                    + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }
}

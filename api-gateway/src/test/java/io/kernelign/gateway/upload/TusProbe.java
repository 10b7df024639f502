package io.kernelign.gateway.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kernelign.service.testing.Answer;
import io.kernelign.service.testing.HttpProbe;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.Waiting;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Speaks tus word by word. */
record TusProbe(HttpProbe http) {

    static final String UPLOADS = "/api/v1/uploads";
    private static final Set<String> ENDED = Set.of("completed", "refused", "failed");

    static TusProbe to(RunningService gateway) {
        return new TusProbe(gateway.http());
    }

    static String metadata(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " "
                        + Base64.getEncoder().encodeToString(entry.getValue().getBytes(UTF_8)))
                .collect(Collectors.joining(","));
    }

    /** @param headers names and values in turn */
    Answer create(String query, String... headers) {
        return send("POST", UPLOADS + query, new byte[0], headers);
    }

    /** Begins an upload that is accepted; its path. */
    String begin(long length, Map<String, String> metadata) {
        return location(create("", "Upload-Length", String.valueOf(length), "Upload-Metadata", metadata(metadata)));
    }

    /** The path of an upload that was just accepted. */
    static String location(Answer created) {
        if (created.status() != 201) {
            throw new AssertionError("expected 201, got " + created.status() + ": " + created.text());
        }
        return created.header("Location");
    }

    Answer patch(String upload, long offset, byte[] body, String... headers) {
        var all = new String[headers.length + 4];
        all[0] = "Upload-Offset";
        all[1] = String.valueOf(offset);
        all[2] = "Content-Type";
        all[3] = "application/offset+octet-stream";
        System.arraycopy(headers, 0, all, 4, headers.length);
        return send("PATCH", upload, body, all);
    }

    Answer head(String upload) {
        return send("HEAD", upload, new byte[0]);
    }

    long offset(String upload) {
        return Long.parseLong(head(upload).header("Upload-Offset"));
    }

    Answer send(String method, String path, byte[] body, String... headers) {
        return http.send(path, request -> fill(request, method, body, headers));
    }

    private static void fill(HttpRequest.Builder request, String method, byte[] body, String... headers) {
        request.method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        request.setHeader("Tus-Resumable", "1.0.0");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
    }

    JsonNode view(String upload) {
        return http.get(upload).json();
    }

    /** What became of an upload that is whole. */
    JsonNode awaitEnd(String upload) {
        return Waiting.until(
                "the end of " + upload,
                () -> view(upload),
                view -> ENDED.contains(view.path("state").asString()));
    }
}

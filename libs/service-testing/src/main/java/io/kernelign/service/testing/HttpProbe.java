package io.kernelign.service.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Speaks plain HTTP to a service, as a stranger would: {@code SERVICE.http().get("/api/v1/jobs")}. */
public final class HttpProbe {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String key;

    /** @param base URL, without a slash at the end */
    public HttpProbe(String base) {
        this(base, null);
    }

    private HttpProbe(String base, String key) {
        this.base = base;
        this.key = key;
    }

    /** The same, by a caller with a key. */
    public HttpProbe withKey(String secret) {
        return new HttpProbe(base, secret);
    }

    /** The same caller at another door. */
    public HttpProbe at(String otherBase) {
        return new HttpProbe(otherBase, key);
    }

    /** Where what is probed stands, without a slash at the end. */
    public String url() {
        return base;
    }

    public Answer get(String path) {
        return send(path, HttpRequest.Builder::GET);
    }

    public Answer delete(String path) {
        return send(path, HttpRequest.Builder::DELETE);
    }

    public Answer post(String path, String json) {
        return post(path, "application/json", json.getBytes(UTF_8));
    }

    public Answer post(String path, String mediaType, byte[] body) {
        return send(path, request -> request.header("Content-Type", mediaType).POST(BodyPublishers.ofByteArray(body)));
    }

    /** @param fill sets method, headers and body */
    public Answer send(String path, Consumer<HttpRequest.Builder> fill) {
        var request = request(path);
        fill.accept(request);
        return new Answer(exchange(request, BodyHandlers.ofByteArray()));
    }

    /** Gets a body of any size into a file; the status is returned. */
    public int download(String path, Path file) {
        return exchange(request(path), BodyHandlers.ofFile(file, CREATE, TRUNCATE_EXISTING, WRITE))
                .statusCode();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }

    private <T> HttpResponse<T> exchange(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new AssertionError("no answer from " + base, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + base, e);
        }
    }
}

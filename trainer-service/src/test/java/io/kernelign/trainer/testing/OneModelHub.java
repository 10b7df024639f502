package io.kernelign.trainer.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.json.JsonMapper;

/** A hub with the model of the sample jobs as {@code acme/tiny}; whatever is called otherwise keeps one waiting. */
public final class OneModelHub implements BeforeAllCallback, AfterAllCallback {

    public static final String COMMIT = "89abcdef0123456789abcdef0123456789abcdef";

    private final AtomicInteger asked = new AtomicInteger();
    private Path model;
    private HttpServer server;

    @Override
    public void beforeAll(ExtensionContext test) throws IOException {
        model = ModelsFolder.make().resolve(SampleJobs.MODEL);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/models/acme/tiny/", exchange -> send(exchange, 200, listing()));
        server.createContext("/acme/tiny/resolve/" + COMMIT + "/", this::file);
        server.createContext("/api/models/acme/none/", exchange -> send(exchange, 404, new byte[0]));
        server.createContext("/api/models/acme/busy/", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "200");
            send(exchange, 429, new byte[0]);
        });
        server.start();
    }

    @Override
    public void afterAll(ExtensionContext test) {
        server.stop(0);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Requests so far. */
    public int asked() {
        return asked.get();
    }

    private byte[] listing() {
        var files = Arrays.stream(model.toFile().list())
                .map(name -> Map.of("rfilename", name))
                .toList();
        return JsonMapper.shared().writeValueAsBytes(Map.of("sha", COMMIT, "siblings", files));
    }

    private void file(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var content = Files.readAllBytes(model.resolve(path.substring(path.lastIndexOf('/') + 1)));
        exchange.getResponseHeaders().set("ETag", '"' + gitSha1(content) + '"');
        send(exchange, 200, content);
    }

    private void send(HttpExchange exchange, int status, byte[] body) {
        asked.incrementAndGet();
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String gitSha1(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

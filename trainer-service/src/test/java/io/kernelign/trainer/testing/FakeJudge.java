package io.kernelign.trainer.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An OpenAI-compatible endpoint for chats on this machine, which says what a test wants it to. */
public final class FakeJudge implements BeforeAllCallback, AfterAllCallback {

    public static final String KEY = "sk-not-to-be-seen";

    /** What it answers. */
    public record Answer(int status, Object body) {

        /** A message with this content. */
        public static Answer saying(String content) {
            return new Answer(200, Map.of("choices", List.of(Map.of("message", Map.of("content", content)))));
        }
    }

    /** How it comes to an answer. */
    public interface Mind {
        Answer answer(String inquiry) throws InterruptedException;
    }

    private final ConcurrentLinkedQueue<JsonNode> asked = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Mind mind = inquiry -> Answer.saying("TOXIC");
    private HttpServer server;

    @Override
    public void beforeAll(ExtensionContext test) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    @Override
    public void afterAll(ExtensionContext test) {
        server.stop(0);
        threads.shutdownNow();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/v1";
    }

    /** Has it think so from now on, and forget what it was asked. */
    public void thinks(Mind other) {
        mind = other;
        asked.clear();
    }

    /** The same word or two to whatever it is asked. */
    public void says(UnaryOperator<String> reply) {
        thinks(inquiry -> Answer.saying(reply.apply(inquiry)));
    }

    /** What it was asked. */
    public List<JsonNode> asked() {
        return List.copyOf(asked);
    }

    /** The messages of those. */
    public List<String> inquiries() {
        return asked.stream().map(FakeJudge::inquiry).toList();
    }

    private static String inquiry(JsonNode request) {
        return request.at("/messages/0/content").asString();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = JsonMapper.shared().readTree(exchange.getRequestBody());
            asked.add(request);
            boolean known =
                    ("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            var answer = known ? mind.answer(inquiry(request)) : new Answer(401, Map.of());
            var body = JsonMapper.shared().writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.kernelign.trainer.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes the messages of webhooks, or not, as it is told. */
public final class Receiver implements BeforeAllCallback, AfterAllCallback {

    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    /** A message as it arrived. */
    public record Message(String path, String id, String timestamp, String signature, String body) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        public String type() {
            return json().get("type").asString();
        }
    }

    @Override
    public void beforeAll(ExtensionContext test) throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", this::receive);
        server.start();
    }

    @Override
    public void afterAll(ExtensionContext test) {
        server.stop(0);
    }

    /** @param path tells the messages of one job from those of others */
    public String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** What the next messages are answered, one after the other; 204 afterwards. */
    public void answers(Integer... next) {
        statuses.addAll(List.of(next));
    }

    /** In the order of their arrival. */
    public List<Message> at(String path) {
        return messages.stream().filter(message -> message.path.equals(path)).toList();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            messages.add(new Message(
                    exchange.getRequestURI().getPath(),
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            var status = statuses.poll();
            exchange.getResponseHeaders().set("Location", url("/elsewhere"));
            exchange.sendResponseHeaders(status == null ? 204 : status, -1);
        }
    }
}

package io.kernelign.gateway.behind;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A service as the gateway meets it over HTTP: it can go away and come back, refuse, hang, and break off. */
final class Peer implements BeforeAllCallback, AfterAllCallback {

    /** What it does once it was asked. */
    enum Manner {
        ANSWERS,
        HANGS,
        HANGS_IN_ITS_ANSWER,
        BREAKS_OFF
    }

    /** An empty page, and all that answers of models need. */
    private static final String ANSWER = "{\"items\": [], \"next\": null, \"step\": 1}";

    private static final String REFUSAL = "{\"status\": %d, \"detail\": \"No.\"}";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile CountDownLatch held = new CountDownLatch(0);
    private volatile Manner manner = Manner.ANSWERS;
    private volatile String place = "";
    private volatile int status = 200;
    private HttpServer server;
    private int port;

    @Override
    public void beforeAll(ExtensionContext test) throws IOException {
        come();
    }

    @Override
    public void afterAll(ExtensionContext test) {
        release();
        go();
        threads.shutdown();
    }

    /** Listens, on the port it had before. */
    void come() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        port = server.getAddress().getPort();
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Refuses connections from now on. */
    void go() {
        server.stop(0);
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** Answers with this status from now on, as services do. */
    void answerWith(int newStatus) {
        status = newStatus;
    }

    /** Behaves in a manner wherever a path contains a text, until it is released. */
    void behave(Manner newManner, String newPlace) {
        held = new CountDownLatch(1);
        place = newPlace;
        manner = newManner;
    }

    /** Ends what hangs, and answers from now on. */
    void release() {
        manner = Manner.ANSWERS;
        status = 200;
        held.countDown();
    }

    /** How often it was asked. */
    int asked() {
        return asked.get();
    }

    /** How many requests hang. */
    int waiting() {
        return waiting.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        exchange.getRequestBody().readAllBytes();
        var path = exchange.getRequestURI().getPath();
        var now = path.contains(place) ? manner : Manner.ANSWERS;
        var refuses = status >= 400;
        var body = (refuses ? REFUSAL.formatted(status) : ANSWER).getBytes(UTF_8);
        var type = path.endsWith("/points") ? "text/csv" : "application/json";
        exchange.getResponseHeaders().set("Content-Type", refuses ? "application/problem+json" : type);
        if (now == Manner.HANGS) {
            hang();
        }
        exchange.sendResponseHeaders(status, now == Manner.BREAKS_OFF ? body.length + 1 : body.length);
        try (exchange) {
            exchange.getResponseBody().write(body, 0, body.length / 2);
            exchange.getResponseBody().flush();
            if (now == Manner.HANGS_IN_ITS_ANSWER) {
                hang();
            }
            exchange.getResponseBody().write(body, body.length / 2, body.length - body.length / 2);
        }
    }

    private void hang() {
        waiting.incrementAndGet();
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.decrementAndGet();
        }
    }
}

package io.kernelign.trainer.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kernelign.contracts.CandidateView;
import io.kernelign.contracts.MetricPoint;
import io.kernelign.contracts.PointBatch;
import io.kernelign.contracts.RecommendationState;
import io.kernelign.contracts.RecommendationView;
import io.kernelign.contracts.RunOpening;
import io.kernelign.contracts.RunOutcome;
import io.kernelign.contracts.StabilityView;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.json.JsonMapper;

/** The selector and the metrics service as the trainer meets them over HTTP; they can go away and come back. */
public final class Peers implements BeforeAllCallback, AfterAllCallback {

    private static final List<CandidateView> CANDIDATES = List.of(
            new CandidateView("hmk", "kl", 0.6, false),
            new CandidateView("rbf", "none", 0.5, true),
            new CandidateView("spectral", "renyi", 0.4, false),
            new CandidateView("polynomial", "kl", 0.3, false),
            new CandidateView("none", "kl", null, false));

    private final JsonMapper json = JsonMapper.shared();
    private final Map<String, Run> runs = new ConcurrentHashMap<>();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private volatile RecommendationState recommendationState = RecommendationState.SUCCEEDED;
    private HttpServer server;
    private int port;

    /** What has arrived for one run. */
    public static final class Run {
        private RunOpening opening;
        private RunOutcome outcome;
        private final Map<String, MetricPoint> points = new TreeMap<>();

        public RunOpening opening() {
            return opening;
        }

        public RunOutcome outcome() {
            return outcome;
        }

        public List<Long> stepsOf(String split, String name) {
            return List.copyOf(curve(split, name).keySet());
        }

        /** Values by step. */
        public SortedMap<Long, Double> curve(String split, String name) {
            var curve = new TreeMap<Long, Double>();
            points.values().stream()
                    .filter(point -> point.split().equals(split) && point.name().equals(name))
                    .forEach(point -> curve.put(point.step(), point.value()));
            return curve;
        }
    }

    @Override
    public void beforeAll(ExtensionContext test) throws IOException {
        come();
    }

    @Override
    public void afterAll(ExtensionContext test) {
        go();
    }

    /** Listens, on the port it had before. */
    public void come() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        port = server.getAddress().getPort();
        server.createContext("/internal/v1/runs/", this::run);
        server.createContext("/internal/v1/recommendations", this::recommendation);
        server.start();
    }

    /** Refuses connections from now on. */
    public void go() {
        server.stop(0);
    }

    public String url() {
        return "http://localhost:" + port;
    }

    public Run run(String id) {
        return runs.getOrDefault(id, new Run());
    }

    /** The state in which every recommendation is from now on. */
    public void recommendations(RecommendationState state) {
        recommendationState = state;
    }

    /** How often a recommendation of a data set was asked for. */
    public int askedFor(String dataset) {
        return asked.getOrDefault(dataset, 0);
    }

    private void run(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().split("/");
        var run = runs.computeIfAbsent(path[4], id -> new Run());
        var body = exchange.getRequestBody().readAllBytes();
        synchronized (run) {
            switch (path.length == 5 ? "opening" : path[5]) {
                case "opening" -> run.opening = json.readValue(body, RunOpening.class);
                case "outcome" -> run.outcome = json.readValue(body, RunOutcome.class);
                case "points" ->
                    json.readValue(body, PointBatch.class)
                            .points()
                            .forEach(point ->
                                    run.points.put(point.split() + " " + point.name() + " " + point.step(), point));
                default ->
                    throw new IllegalStateException(exchange.getRequestURI().getPath());
            }
        }
        answer(exchange, Map.of("stored", 0, "repeated", 0));
    }

    private void recommendation(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestMethod().equals("POST")) {
            var dataset = json.readTree(body).get("dataset").get("id").asString();
            asked.merge(dataset, 1, Integer::sum);
        }
        var failed = recommendationState == RecommendationState.FAILED;
        var view = new RecommendationView(
                "rec_1",
                "ds_1",
                recommendationState,
                1,
                "none",
                null,
                "paper",
                40,
                "All 40 training pairs were measured.",
                List.of(),
                List.of(),
                List.of(),
                new StabilityView(1, 1),
                CANDIDATES,
                Map.of("kernel", "rbf"),
                List.of("PNAV is high."),
                List.of(),
                List.of(),
                null,
                null,
                failed ? "two clusters are needed" : null,
                Instant.now(),
                null);
        answer(exchange, view);
    }

    private void answer(HttpExchange exchange, Object value) throws IOException {
        var body = json.writeValueAsBytes(value);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}

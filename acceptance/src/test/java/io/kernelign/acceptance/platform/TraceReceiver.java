package io.kernelign.acceptance.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.resource.v1.Resource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Takes traces as an OpenTelemetry collector does (OTLP over HTTP), and knows which services took part in each. */
public final class TraceReceiver {

    private static final String PATH = "/v1/traces";

    private final HttpServer server;
    private final Map<String, Set<String>> services = new ConcurrentHashMap<>();

    private TraceReceiver(HttpServer server) {
        this.server = server;
    }

    static TraceReceiver start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var receiver = new TraceReceiver(server);
        server.createContext(PATH, receiver::take);
        server.start();
        return receiver;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + PATH;
    }

    /** @param trace 32 hexadecimal digits */
    public Set<String> services(String trace) {
        return services.getOrDefault(trace, Set.of());
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
            for (var of : request.getResourceSpansList()) {
                for (var scope : of.getScopeSpansList()) {
                    scope.getSpansList().forEach(span -> services.computeIfAbsent(
                                    HexFormat.of().formatHex(span.getTraceId().toByteArray()),
                                    trace -> ConcurrentHashMap.newKeySet())
                            .add(name(of.getResource())));
                }
            }
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static String name(Resource resource) {
        return resource.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElse("unknown");
    }
}

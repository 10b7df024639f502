package io.kernelign.fetch.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.kernelign.fetch.testing.FakeHub.Asked;
import io.kernelign.fetch.testing.FakeHub.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLSocketFactory;

/** A web server at {@code https://localhost} with a few files, which can be told to misbehave. */
public final class FakeWeb implements AutoCloseable {

    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, Deque<Trouble>> troubles = new ConcurrentHashMap<>();
    private final List<Asked> asked = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final OwnCertificate certificate = OwnCertificate.make();
    private final HttpsServer server =
            HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    public FakeWeb() throws IOException {
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI url(String path) {
        return URI.create("https://localhost:" + server.getAddress().getPort() + path);
    }

    /** Its certificate, to be trusted. */
    public String certificate() {
        return certificate.pem();
    }

    /** Trusts its certificate and no other. */
    public SSLSocketFactory tls() {
        return certificate.client().getSocketFactory();
    }

    public void put(String path, byte[] content) {
        files.put(path, content);
    }

    /** The next request for that path is answered so. */
    public void next(String path, Trouble trouble) {
        troubles.computeIfAbsent(path, name -> new ArrayDeque<>()).add(trouble);
    }

    /** Every request so far, in order. */
    public List<Asked> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            synchronized (asked) {
                asked.add(new Asked(
                        "web", path, null, exchange.getRequestHeaders().getFirst("Range")));
            }
            var content = files.getOrDefault(path, new byte[0]);
            var waiting = troubles.get(path);
            if (waiting != null && !waiting.isEmpty()) {
                waiting.poll().answer(exchange, content);
            } else if (files.containsKey(path)) {
                send(exchange, content);
            } else {
                FakeHub.send(exchange, 404, new byte[0]);
            }
        }
    }

    /** The content with its entity tag, or what the client's range leaves of it if the client has the same content. */
    public static void send(HttpExchange exchange, byte[] content) throws IOException {
        var tag = '"' + FakeHub.sha256(content).substring(0, 8) + '"';
        exchange.getResponseHeaders().set("ETag", tag);
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-Range"))) {
            FakeHub.sendFrom(exchange, content);
        } else {
            FakeHub.send(exchange, 200, content);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

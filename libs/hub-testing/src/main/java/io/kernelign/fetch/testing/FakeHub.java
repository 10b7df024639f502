package io.kernelign.fetch.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server that speaks the hub's protocol for one repository, and a second one, its store, to which it sends everybody
 * who wants a large file, which is one of weights or JSON Lines. Either can be told to misbehave, once for each time that
 * it is told.
 */
public final class FakeHub implements AutoCloseable {

    public static final String REPOSITORY = "acme/tiny";
    public static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    /** Answers instead of the server. */
    public interface Trouble {
        void answer(HttpExchange exchange, byte[] content) throws IOException;
    }

    /** A request that came. */
    public record Asked(String server, String path, String token, String range) {}

    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, String> promised = new TreeMap<>();
    private final Map<String, Deque<Trouble>> troubles = new ConcurrentHashMap<>();
    private final List<Asked> asked = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer hub = server(threads);
    private final HttpServer store = server(threads);

    private FakeHub(String kind, String folder) throws IOException {
        hub.createContext(
                "/api/" + kind + "/" + REPOSITORY + "/revision/", exchange -> answer("hub", "list", exchange));
        var root = folder + "/" + REPOSITORY + "/resolve/" + COMMIT + "/";
        hub.createContext(root, exchange -> {
            var name = exchange.getRequestURI().getPath().substring(root.length());
            answer("hub", files.containsKey(name) ? name : "missing", exchange);
        });
        store.createContext(
                "/",
                exchange -> answer("store", exchange.getRequestURI().getPath().substring(1), exchange));
        hub.start();
        store.start();
    }

    /** A hub with one model, which has no files yet. */
    public static FakeHub ofModel() throws IOException {
        return new FakeHub("models", "");
    }

    /** A hub with one data set, which has no files yet. */
    public static FakeHub ofDataset() throws IOException {
        return new FakeHub("datasets", "/datasets");
    }

    private static HttpServer server(Executor threads) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        return server;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + hub.getAddress().getPort());
    }

    public void put(String name, byte[] content) {
        files.put(name, content);
    }

    public void remove(String name) {
        files.remove(name);
    }

    /** Says that a file has another checksum than it has. */
    public void promise(String name, String etag) {
        promised.put(name, etag);
    }

    /** The next request of that kind is answered so: {@code list}, a small file's name, or {@code store/NAME}. */
    public void next(String kind, Trouble trouble) {
        troubles.computeIfAbsent(kind, name -> new ArrayDeque<>()).add(trouble);
    }

    /** Every request so far, in order. */
    public List<Asked> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    private void answer(String server, String kind, HttpExchange exchange) throws IOException {
        try (exchange) {
            synchronized (asked) {
                asked.add(new Asked(
                        server,
                        exchange.getRequestURI().getPath(),
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        exchange.getRequestHeaders().getFirst("Range")));
            }
            var content = files.getOrDefault(kind, new byte[0]);
            var waiting = troubles.get(server.equals("store") ? "store/" + kind : kind);
            if (waiting != null && !waiting.isEmpty()) {
                waiting.poll().answer(exchange, content);
            } else if (kind.equals("list")) {
                send(exchange, 200, listing());
            } else if (kind.equals("missing")) {
                exchange.getResponseHeaders().set("X-Error-Code", "EntryNotFound");
                send(exchange, 404, new byte[0]);
            } else if (server.equals("hub")) {
                file(kind, content, exchange);
            } else {
                sendFrom(exchange, content);
            }
        }
    }

    private void file(String name, byte[] content, HttpExchange exchange) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("X-Repo-Commit", COMMIT);
        if (isLarge(name)) {
            headers.set("X-Linked-Etag", '"' + promised.getOrDefault(name, sha256(content)) + '"');
            headers.set("ETag", "\"of-the-redirect\"");
            headers.set("Location", "http://localhost:" + store.getAddress().getPort() + "/" + name);
            send(exchange, 302, new byte[0]);
        } else {
            headers.set("ETag", "W/\"" + promised.getOrDefault(name, gitSha1(content)) + '"');
            sendFrom(exchange, content);
        }
    }

    private static boolean isLarge(String name) {
        return name.endsWith(".safetensors") || name.endsWith(".jsonl");
    }

    private byte[] listing() {
        var siblings = files.entrySet().stream()
                .map(file -> Map.of("rfilename", file.getKey(), "size", file.getValue().length))
                .toList();
        return JsonMapper.shared().writeValueAsBytes(Map.of("sha", COMMIT, "siblings", siblings));
    }

    public static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /** The content, or what the client's range leaves of it. */
    public static void sendFrom(HttpExchange exchange, byte[] content) throws IOException {
        var range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        if (from >= content.length && from > 0) {
            send(exchange, 416, new byte[0]);
            return;
        }
        if (from > 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
        exchange.getResponseBody().write(content, from, content.length - from);
    }

    public static String sha256(byte[] content) {
        return HexFormat.of().formatHex(digest("SHA-256").digest(content));
    }

    private static String gitSha1(byte[] content) {
        var digest = digest("SHA-1");
        digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest.digest(content));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        hub.stop(0);
        store.stop(0);
        threads.shutdownNow();
    }
}

package io.kernelign.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kernelign.fetch.testing.FakeHub;
import io.kernelign.fetch.testing.FakeWeb;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebMessagesTest {

    private static final byte[] BODY = "{\"é\": 1}".getBytes(UTF_8);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private FakeWeb tls;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        tls = new FakeWeb();
        tls.put("/hook", new byte[0]);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        tls.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            asked.add(path + " " + exchange.getRequestHeaders().getFirst("webhook-id") + " " + body);
            int status = Integer.parseInt(path.substring(1));
            exchange.getResponseHeaders().set("Location", url("/200").toString());
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private URI url(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private WebMessages messages(String... trusted) {
        var second = Duration.ofSeconds(1);
        return new WebMessages(
                new WebSettings(Set.of(trusted), tls.tls(), new Perseverance(second, 1, second, second)));
    }

    private static Map<String, String> headers() {
        return Map.of("webhook-id", "msg_1", "Content-Type", "application/json");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 302, 307, 401, 410, 503})
    void a_message_arrives_once_and_the_status_comes_back_whatever_it_is(int status) throws IOException {
        assertThat(messages("localhost").post(url("/" + status), headers(), BODY))
                .isEqualTo(status);
        assertThat(asked).containsExactly("/" + status + " msg_1 " + new String(BODY, UTF_8));
    }

    @Test
    void a_message_goes_over_tls() throws IOException {
        assertThat(messages("localhost").post(tls.url("/hook"), headers(), BODY))
                .isEqualTo(200);
    }

    @Test
    void a_redirect_of_a_server_with_tls_is_not_followed() throws IOException {
        tls.next("/hook", (exchange, content) -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            FakeHub.send(exchange, 302, new byte[0]);
        });
        assertThat(messages("localhost").post(tls.url("/hook"), headers(), BODY))
                .isEqualTo(302);
        assertThat(tls.asked()).hasSize(1);
    }

    @Test
    void the_address_that_is_connected_to_decides_and_not_the_name() throws IOException {
        var name = InetAddress.getLocalHost().getHostName();
        var uri = URI.create("https://" + name + ":" + tls.url("/").getPort() + "/hook");
        var messages = messages("another");

        assertThat(messages.accepts(uri)).isTrue();
        assertThatThrownBy(() -> messages.post(uri, headers(), BODY))
                .isInstanceOf(FetchException.class)
                .hasMessage(name.toLowerCase(Locale.ROOT)
                        + " is at no public address; accepted are public addresses, and hosts that are trusted");
        assertThat(tls.asked()).isEmpty();
    }

    @Test
    void a_server_that_answers_byte_by_byte_without_end_is_given_up_in_time() throws IOException {
        try (var endless = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Executors.newSingleThreadExecutor(WebMessagesTest::daemon).execute(() -> drip(endless));
            var uri = URI.create("http://localhost:" + endless.getLocalPort() + "/");

            assertThatThrownBy(() -> messages("localhost").post(uri, headers(), BODY))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessage("no answer within 1 seconds");
        }
    }

    /** A byte now and then, so that no single wait is long. */
    private static void drip(ServerSocket server) {
        try (var connection = server.accept()) {
            connection.getOutputStream().write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(UTF_8));
            while (true) {
                connection.getOutputStream().write('x');
                LockSupport.parkNanos(20_000_000);
            }
        } catch (IOException e) {
            // Who has listened is gone.
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.com/hook?x=1", "https://8.8.8.8:8443/", "http://inside/", "https://10.0.0.7/"})
    void servers_of_the_internet_and_trusted_ones_are_accepted(String url) {
        assertThat(messages("inside", "10.0.0.7").accepts(URI.create(url))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/",
                "https://user:word@example.com/",
                "https:///path",
                "mailto:a@example.com",
                "ftp://example.com/",
                "https://localhost/",
                "https://a.localhost/",
                "https://127.1/",
                "https://2130706433/",
                "https://999.1.1.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://192.168.0.1:443/"
            })
    void what_cannot_be_public_is_not_accepted(String url) {
        assertThat(messages("inside").accepts(URI.create(url))).isFalse();
    }
}

package io.kernelign.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.fetch.testing.FakeHub;
import io.kernelign.fetch.testing.FakeHub.Asked;
import io.kernelign.fetch.testing.FakeHub.Trouble;
import io.kernelign.fetch.testing.FakeWeb;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebTest {

    private static final byte[] CONTENT = new byte[300_000];
    private static final String FILE = "/pairs.jsonl";

    private static FakeWeb server;

    @TempDir
    Path folder;

    private final List<String> delays = new ArrayList<>();
    private int before;

    private final FetchListener listener = new FetchListener() {
        @Override
        public void check() {}

        @Override
        public void fetched(String file, long bytes, long total) {}

        @Override
        public void delayed(String sentence) {
            delays.add(sentence);
        }
    };

    @BeforeAll
    static void start() throws IOException {
        new Random(1).nextBytes(CONTENT);
        server = new FakeWeb();
        server.put(FILE, CONTENT);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void look() {
        before = server.asked().size();
    }

    private static Web web(Set<String> trusted) {
        return web(trusted, server.tls());
    }

    private static Web web(Set<String> trusted, SSLSocketFactory tls) {
        var perseverance = new Perseverance(Duration.ofSeconds(20), 3, Duration.ofMillis(1), Duration.ofSeconds(2));
        return new Web(new WebSettings(trusted, tls, perseverance));
    }

    private static final Set<String> LOCALHOST = Set.of("LocalHost");

    private Path fetched(long longest) throws IOException, InterruptedException {
        var web = web(LOCALHOST);
        var offer = web.look(server.url(FILE), listener);
        var target = folder.resolve("0");
        web.fetch(server.url(FILE), offer.version(), longest, target, listener);
        return target;
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> fetched(Long.MAX_VALUE))
                .isInstanceOf(FetchException.class)
                .hasMessageMatching(message);
        assertThat(folder.resolve("0")).doesNotExist();
    }

    private List<String> ranges() {
        return server.asked().subList(before, server.asked().size()).stream()
                .map(Asked::range)
                .toList();
    }

    private static Trouble status(int status, String... headers) {
        return (exchange, content) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            FakeHub.send(exchange, status, new byte[0]);
        };
    }

    private static final Trouble DIES = (exchange, content) -> {
        exchange.getResponseHeaders().set("ETag", '"' + FakeHub.sha256(content).substring(0, 8) + '"');
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content, 0, 100_000);
    };

    /** Asks twice: once to look, and then to fetch. */
    private static void second(Trouble trouble) {
        server.next(FILE, FakeWeb::send);
        server.next(FILE, trouble);
    }

    @Test
    void a_file_is_looked_at_and_fetched() throws Exception {
        var offer = web(LOCALHOST).look(server.url(FILE), listener);
        assertThat(offer.bytes()).isEqualTo(CONTENT.length);
        assertThat(offer.version()).hasSize(10);
        assertThat(fetched(CONTENT.length)).hasBinaryContent(CONTENT);
    }

    @Test
    void a_transfer_that_dies_in_the_middle_is_resumed_where_it_died() throws Exception {
        second(DIES);
        assertThat(fetched(Long.MAX_VALUE)).hasBinaryContent(CONTENT);
        assertThat(ranges()).hasSize(3).last().asString().matches("bytes=[1-9][0-9]*-");
        assertThat(delays).singleElement().asString().contains(" cannot be read: ", "trying again in");
    }

    @Test
    void a_file_that_changes_while_it_is_fetched_begins_anew() throws Exception {
        var other = "other".getBytes(UTF_8);
        second(DIES);
        server.next(FILE, (exchange, content) -> FakeWeb.send(exchange, other));
        assertThat(fetched(Long.MAX_VALUE)).hasBinaryContent(other);
    }

    @Test
    void a_server_that_goes_on_with_another_file_is_not_believed() {
        second(DIES);
        server.next(FILE, (exchange, content) -> {
            exchange.getResponseHeaders().set("ETag", "\"other\"");
            FakeHub.sendFrom(exchange, content);
        });
        assertRefused("https://localhost:[0-9]+/pairs.jsonl was changed while it was fetched");
    }

    @Test
    void other_bytes_than_the_digest_says_are_refused() throws Exception {
        var digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(CONTENT));
        Trouble wrong = (exchange, content) -> {
            exchange.getResponseHeaders().set("Repr-Digest", "sha-256=:" + digest + ":");
            FakeWeb.send(exchange, new byte[3]);
        };
        second(wrong);
        assertRefused("https://localhost:[0-9]+/pairs.jsonl arrived with SHA-256 [0-9a-f]{64}; accepted is SHA-256 "
                + FakeHub.sha256(CONTENT) + ", as https://localhost:[0-9]+/pairs.jsonl says");
    }

    @ParameterizedTest
    @CsvSource({"401, ': it is not for everybody; a signed URL may have expired'", "404, ': it is not there'", "418, ''"
    })
    void an_answer_without_content_is_one_sentence(int status, String reason) {
        server.next(FILE, status(status));
        assertRefused("localhost answers " + status + " for https://localhost:[0-9]+/pairs.jsonl" + reason);
    }

    @Test
    void a_server_that_is_busy_or_broken_is_asked_again_a_few_times() throws Exception {
        server.next(FILE, status(429, "Retry-After", "0"));
        server.next(FILE, status(503));
        assertThat(fetched(Long.MAX_VALUE)).hasBinaryContent(CONTENT);
        for (int i = 0; i < 3; i++) {
            server.next(FILE, status(500));
        }
        folder.resolve("0").toFile().delete();
        assertRefused("localhost answers 500 for https://localhost:[0-9]+/pairs.jsonl; gave up after 3 tries");
    }

    @Test
    void a_server_that_asks_for_a_long_time_is_not_waited_for() {
        server.next(FILE, status(429, "Retry-After", "3600"));
        assertRefused("localhost answers 429 for .* and asks to wait 3600 seconds");
    }

    @Test
    void a_file_that_is_too_large_is_refused_whether_its_size_is_told_or_not() {
        assertThatThrownBy(() -> fetched(CONTENT.length - 1))
                .hasMessageMatching("https://localhost:[0-9]+/pairs.jsonl is larger than the limit of 299999 bytes");
        second((exchange, content) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(content);
        });
        assertThatThrownBy(() -> fetched(CONTENT.length - 1)).hasMessageEndingWith("the limit of 299999 bytes");
    }

    @Test
    void a_disk_that_is_full_is_told_and_what_did_not_fit_is_not_kept() throws Exception {
        Files.createSymbolicLink(folder.resolve("0.part"), Path.of("/dev/full"));
        assertRefused(".*0.part cannot be written: No space left on device");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://2130706433/"
            })
    void a_server_at_no_public_address_is_refused_unless_it_is_trusted(String url) {
        assertThatThrownBy(() -> web(Set.of("another")).look(URI.create(url), listener))
                .isInstanceOf(FetchException.class)
                .hasMessageEndingWith(
                        " is at no public address; accepted are public addresses, and hosts that are trusted");
        assertThat(delays).isEmpty();
    }

    @Test
    void a_redirect_leads_to_public_addresses_alone_too() {
        server.next(FILE, status(302, "Location", "https://127.0.0.1:1/secret"));
        assertRefused("127.0.0.1 is at no public address; accepted are .*");
    }

    @Test
    void a_redirect_stays_with_https() {
        server.next(FILE, status(302, "Location", "http://localhost:1/x?signature=secret"));
        assertRefused("https://localhost:[0-9]+/pairs.jsonl redirects to http://localhost:1/x; accepted is a URL that"
                + " begins with https://");
    }

    @Test
    void a_redirect_within_https_is_followed() throws Exception {
        server.next(FILE, status(302, "Location", "/elsewhere"));
        server.next("/elsewhere", FakeWeb::send);
        assertThat(web(LOCALHOST).look(server.url(FILE), listener).bytes()).isZero();
    }

    @Test
    void a_server_whose_certificate_nobody_vouches_for_is_not_spoken_to() {
        var web = web(LOCALHOST, (SSLSocketFactory) SSLSocketFactory.getDefault());
        assertThatThrownBy(() -> web.look(server.url(FILE), listener))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining(" cannot be read: ")
                .hasMessageContaining("certification path");
    }

    @Test
    void a_certificate_of_another_host_does_not_count() {
        var url = URI.create(server.url(FILE).toString().replace("localhost", "127.0.0.1"));
        assertThatThrownBy(() -> web(Set.of("127.0.0.1")).look(url, listener))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("No subject alternative names matching IP address 127.0.0.1 found");
    }
}

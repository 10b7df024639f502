package io.kernelign.gateway.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.fetch.testing.FakeHub;
import io.kernelign.fetch.testing.FakeHub.Trouble;
import io.kernelign.fetch.testing.FakeWeb;
import io.kernelign.gateway.GatewayApplication;
import io.kernelign.service.testing.Answer;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.Waiting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Data sets that are fetched from a hub and from a web server, both real servers in this process. */
class SourceTest {

    private static FakeHub hub;
    private static FakeWeb web;

    @TempDir
    static Path folder;

    @Order(1)
    @RegisterExtension
    static final BeforeAllCallback SERVERS = test -> {
        hub = FakeHub.ofDataset();
        web = new FakeWeb();
    };

    @Order(2)
    @RegisterExtension
    static final AfterAllCallback END = test -> {
        hub.close();
        web.close();
    };

    @Order(3)
    @RegisterExtension
    static final RunningService GATEWAY = RunningService.of(GatewayApplication.class, GatewayApplication.NAME)
            .with("kernelign.uploads.dir", () -> folder.resolve("uploads").toString())
            .with("kernelign.uploads.max-bytes", "1000000")
            .with("kernelign.sources.hf.enabled", "true")
            .with("kernelign.hub.endpoint", () -> hub.url().toString())
            .with("kernelign.sources.https.enabled", "true")
            .with("kernelign.sources.https.trusted-hosts", "localhost")
            .with("kernelign.sources.https.ssl-bundle", "ours")
            .with("spring.ssl.bundle.pem.ours.truststore.certificate", () -> web.certificate());

    private static final byte[] TRAIN = Rows.of("train", 40).getBytes(UTF_8);
    private static final byte[] TEST = Rows.of("test", 7).getBytes(UTF_8);

    private Remains before;

    @BeforeEach
    void look() {
        before = Waiting.until("the bytes of earlier uploads to go", SourceTest::remains, found -> found.files()
                .isEmpty());
        hub.put("train.jsonl", TRAIN);
        hub.put("test.json", TEST);
        hub.put("README.md", new byte[9]);
        web.put("/pairs.jsonl", TRAIN);
    }

    @AfterEach
    void removeFiles() {
        for (var name : new String[] {"train.jsonl", "test.json", "extra-train.jsonl"}) {
            hub.remove(name);
        }
    }

    private static Remains remains() {
        return Remains.of(GATEWAY, folder.resolve("uploads"));
    }

    private static Answer ask(String body) {
        return GATEWAY.http().post("/api/v1/datasets", body);
    }

    private static String begun(String source) {
        var answer = ask("{\"source\": \"" + source + "\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.json().get("state").asString()).isEqualTo("fetching");
        return answer.header("Location");
    }

    private static JsonNode ended(String source) {
        return TusProbe.to(GATEWAY).awaitEnd(begun(source));
    }

    private static JsonNode dataset(JsonNode upload) {
        assertThat(upload.get("state").asString()).as(upload.toString()).isEqualTo("completed");
        return GATEWAY.http()
                .get("/api/v1/datasets/" + upload.get("datasetId").asString())
                .json();
    }

    private void assertFails(JsonNode upload, int status, String detail) {
        assertThat(upload.get("state").asString()).as(upload.toString()).isEqualTo("failed");
        assertThat(upload.get("problem").get("status").asInt()).isEqualTo(status);
        assertThat(upload.get("problem").get("detail").asString()).matches(detail);
        Waiting.until("its bytes to go", () -> remains().files(), before.files()::equals);
        assertThat(remains().datasets()).isEqualTo(before.datasets());
        assertThat(remains().blobs()).isEqualTo(before.blobs());
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    @Test
    void a_data_set_of_the_hub_is_fetched_with_the_sides_that_its_files_are() {
        hub.remove("test.json");
        hub.put("test.jsonl", TEST);
        var upload = ended("hf:acme/tiny");
        hub.remove("test.jsonl");

        var dataset = dataset(upload);
        assertThat(dataset.get("name").asString()).isEqualTo("acme/tiny");
        assertThat(dataset.get("trainPairs").asInt()).isEqualTo(40);
        assertThat(dataset.get("heldOutPairs").asInt()).isEqualTo(7);
        assertThat(upload.get("source").asString()).isEqualTo("hf:acme/tiny@main");
        assertThat(upload.get("bytesReceived").asInt()).isEqualTo(TRAIN.length + TEST.length);
        assertThat(upload.get("bytesTotal").asInt()).isEqualTo(TRAIN.length + TEST.length);
        assertThat(upload.get("rowsValidated").asInt()).isEqualTo(47);
        Waiting.until("its bytes to go", () -> remains().files(), before.files()::equals);
    }

    @Test
    void one_of_its_splits_is_a_data_set_of_its_own() {
        var dataset = dataset(ended("hf:acme/tiny@main/test"));

        assertThat(dataset.get("name").asString()).isEqualTo("acme/tiny/test");
        assertThat(dataset.get("pairs").asInt()).isEqualTo(7);
        assertThat(dataset.get("heldOutPairs").asInt()).isBetween(1, 6);
    }

    @Test
    void what_the_request_says_beside_the_source_holds() {
        var answer = ask("{\"source\": \"hf:acme/tiny/train\", \"name\": \"mine\", \"heldOutShare\": 0.5, \"mapping\":"
                + " {\"prompt\": \"/prompt\", \"chosen\": \"/rejected\", \"rejected\": \"/chosen\"}}");
        var dataset = dataset(TusProbe.to(GATEWAY).awaitEnd(answer.header("Location")));

        assertThat(dataset.get("name").asString()).isEqualTo("mine");
        assertThat(dataset.get("heldOutPairs").asInt()).isBetween(8, 32);
        var first = GATEWAY.http()
                .get("/api/v1/datasets/" + dataset.get("id").asString() + "/pairs?limit=1")
                .json();
        assertThat(first.toString()).contains("\"chosen\":[{\"role\":\"assistant\",\"content\":\"no\"}]");
    }

    @Test
    void a_file_of_the_web_is_fetched_whatever_is_in_it() throws IOException {
        web.put("/packed", gzip(TRAIN));
        var upload = ended(web.url("/packed") + "?signature=secret");

        assertThat(dataset(upload).get("name").asString()).isEqualTo("packed");
        assertThat(upload.toString()).doesNotContain("secret");
    }

    @Test
    void a_body_of_json_that_is_a_data_set_stays_one() {
        var row = "{\"prompt\": \"a\", \"chosen\": \"b\", \"rejected\": \"c\"}";
        assertThat(ask(row).status()).isEqualTo(201);
        assertThat(ask(row + "\n" + row.replace("a", "d")).status()).isEqualTo(201);
        assertThat(ask("[" + row.replace("}", ", \"source\": \"hf:a/b\"}") + "]")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_request_that_cannot_be_meant_is_refused_at_once() {
        assertRefused(
                "{\"source\": \"ftp://a/b\"}",
                "source is \"ftp://a/b\"; accepted is hf:owner/name[@revision][/split]"
                        + ", or https://host/path of one file");
        assertRefused("{\"source\": 7}", "source is 7; accepted is hf:");
        assertRefused("{\"source\": null}", "source is missing; accepted is hf:");
        assertRefused("{\"source\": \"hf:a\"}", "source is \"hf:a\"; accepted is hf:owner/name[@revision][/split]");
        assertRefused(
                "{\"source\": \"hf:a/b\", \"heldOutShare\": 2}", "heldOutShare is 2.0; accepted is a number from");
        assertRefused("{\"source\": \"hf:a/b\", \"colour\": \"red\"}", "colour is not a known field");
        var twice = GATEWAY.http().post("/api/v1/datasets?name=a", "{\"source\": \"hf:a/b\", \"name\": \"c\"}");
        assertThat(twice.problem(400).get("detail").asString()).startsWith("name is \"c\"; accepted is one value");
        assertThat(remains()).isEqualTo(before);
    }

    private static void assertRefused(String body, String detail) {
        assertThat(ask(body).problem(400).get("detail").asString()).startsWith(detail);
    }

    @Test
    void a_hub_without_the_data_set_is_told_in_one_sentence() {
        hub.next("list", (exchange, content) -> FakeHub.send(exchange, 404, new byte[0]));
        assertFails(
                ended("hf:acme/tiny"), 502, "127.0.0.1 answers 404 for hf:acme/tiny@main: there is no such data set.");
        hub.next("list", (exchange, content) -> FakeHub.send(exchange, 401, new byte[0]));
        assertFails(
                ended("hf:acme/tiny"),
                502,
                "127.0.0.1 answers 401 for hf:acme/tiny@main: it is not there, or it needs a token, and HF_TOKEN is not"
                        + " set.");
    }

    @Test
    void splits_that_are_no_sides_are_listed_and_one_is_to_be_named() {
        hub.put("data/good-00000-of-00001.jsonl", TRAIN);
        hub.put("data/bad-00000-of-00001.jsonl", TEST);
        var all = ended("hf:acme/tiny");
        var none = ended("hf:acme/tiny/train");
        var one = ended("hf:acme/tiny/bad");
        hub.remove("data/good-00000-of-00001.jsonl");
        hub.remove("data/bad-00000-of-00001.jsonl");

        assertThat(dataset(one).get("pairs").asInt()).isEqualTo(7);
        before = remains();
        assertFails(all, 502, "hf:acme/tiny@main has the splits bad, good; name one, as in hf:acme/tiny@main/bad\\.");
        assertFails(none, 502, "hf:acme/tiny@main has no split train; it has bad, good\\.");
    }

    @Test
    void a_repository_without_a_file_of_rows_is_told() {
        hub.remove("train.jsonl");
        hub.remove("test.json");
        assertFails(
                ended("hf:acme/tiny"), 502, "hf:acme/tiny@main has no file of a data set; accepted are .parquet, .*");
    }

    @Test
    void a_transfer_that_dies_in_the_middle_is_told_resumed_and_done() {
        hub.next("store/train.jsonl", (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, 1_000);
        });
        assertThat(dataset(ended("hf:acme/tiny/train")).get("pairs").asInt()).isEqualTo(40);
        assertThat(hub.asked()).anySatisfy(asked -> assertThat(asked.range()).isEqualTo("bytes=1000-"));
    }

    @Test
    void other_bytes_than_the_checksum_says_are_refused_and_leave_nothing() {
        hub.next("store/train.jsonl", (exchange, content) -> {
            var other = content.clone();
            other[3] ^= 1;
            FakeHub.send(exchange, 200, other);
        });
        assertFails(
                ended("hf:acme/tiny/train"),
                502,
                "train.jsonl of hf:acme/tiny@" + FakeHub.COMMIT + " arrived with SHA-256 .*; accepted is SHA-256 .*");
    }

    @Test
    void rows_that_are_bad_are_refused_as_those_of_an_upload() {
        web.put("/bad.jsonl", "{\"prompt\": \"\", \"chosen\": \"a\", \"rejected\": \"b\"}\n".getBytes(UTF_8));
        var upload = ended(web.url("/bad.jsonl").toString());

        assertThat(upload.get("state").asString()).isEqualTo("refused");
        assertThat(upload.get("problem").get("errors").get(0).get("field").asString())
                .isEqualTo("prompt");
        Waiting.until("its bytes to go", () -> remains().files(), before.files()::equals);
    }

    @Test
    void what_is_too_large_is_refused_before_it_comes() {
        web.put("/large", new byte[1_000_001]);
        assertFails(
                ended(web.url("/large").toString()), 413, "The upload is larger than the limit of 1000000 bytes\\.");
    }

    @Test
    void a_server_at_no_public_address_is_not_asked() {
        assertFails(
                ended("https://127.0.0.1/latest/meta-data"),
                502,
                "127.0.0.1 is at no public address; accepted are public addresses, and hosts that are trusted\\.");
    }

    /** A byte now and then, until there is enough of that. */
    private static Trouble slowly(CountDownLatch enough) {
        return (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length);
            try {
                for (int i = 0; i < content.length && !enough.await(20, TimeUnit.MILLISECONDS); i++) {
                    exchange.getResponseBody().write(content, i, 1);
                    exchange.getResponseBody().flush();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @Test
    void a_fetch_can_be_followed_and_cancelled_and_leaves_nothing() {
        var enough = new CountDownLatch(1);
        hub.next("store/train.jsonl", slowly(enough));
        var upload = begun("hf:acme/tiny/train");
        var view = Waiting.until(
                "bytes",
                () -> GATEWAY.http().get(upload).json(),
                seen -> seen.get("bytesReceived").asLong() > 0);
        assertThat(view.get("bytesTotal").asInt()).isEqualTo(TRAIN.length);

        var piece = TusProbe.to(GATEWAY).patch(upload, 0, new byte[1]);
        assertThat(piece.problem(403).get("detail").asString())
                .contains(" comes from hf:acme/tiny/train and takes no ");
        assertThat(GATEWAY.http().delete(upload).status()).isEqualTo(204);

        Waiting.until("nothing to remain", SourceTest::remains, before::equals);
        enough.countDown();
        GATEWAY.http().get(upload).problem(404);
    }

    @Test
    void a_gateway_that_is_started_anew_goes_on_where_it_was() {
        var enough = new CountDownLatch(1);
        hub.next("store/train.jsonl", slowly(enough));
        var upload = begun("hf:acme/tiny/train");
        Waiting.until(
                "bytes",
                () -> GATEWAY.http().get(upload).json(),
                seen -> seen.get("bytesReceived").asLong() > 0);
        var listings = hub.asked().stream()
                .filter(asked -> asked.path().startsWith("/api/"))
                .count();

        GATEWAY.stop();
        GATEWAY.start();
        enough.countDown();

        assertThat(dataset(TusProbe.to(GATEWAY).awaitEnd(upload)).get("pairs").asInt())
                .isEqualTo(40);
        var last = hub.asked().get(hub.asked().size() - 1);
        assertThat(last.server()).isEqualTo("store");
        assertThat(last.range()).matches("bytes=[1-9][0-9]*-");
        assertThat(hub.asked().stream().filter(asked -> asked.path().startsWith("/api/")))
                .hasSize((int) listings);
    }
}

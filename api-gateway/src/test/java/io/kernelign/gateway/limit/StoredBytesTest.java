package io.kernelign.gateway.limit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.kernelign.gateway.access.Doors;
import io.kernelign.service.testing.Answer;
import io.kernelign.service.testing.HttpProbe;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.Waiting;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A tenant may store so much; its jobs have left 1,000 bytes of artifacts, as trainer-service tells by HTTP. */
class StoredBytesTest {

    private static final int ARTIFACTS = 1000;
    private static final HttpServer TRAINER = trainer();
    private static final Doors DOORS = Doors.withKeys();

    @Order(1)
    @RegisterExtension
    static final RunningService GATEWAY = DOORS.gateway()
            .with(
                    "kernelign.services.trainer",
                    "http://localhost:" + TRAINER.getAddress().getPort());

    private static HttpServer trainer() {
        try {
            var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            answer(server, "/internal/v1/stored-bytes", String.valueOf(ARTIFACTS));
            answer(server, "/internal/v1/jobs", "{\"items\": [], \"next\": null}");
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpServer server, String path, String json) {
        server.createContext(path, exchange -> {
            var body = json.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @AfterAll
    static void stop() {
        TRAINER.stop(0);
    }

    private static HttpProbe tenant(String name, long storedBytes) {
        var writer = DOORS.holder(name, "writer");
        var answer = DOORS.operator().send("/api/v1/tenants/" + name + "/limits", request -> request.header(
                        "Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"storedBytes\": " + storedBytes + "}")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return writer;
    }

    private static byte[] row(String answer) {
        return "{\"prompt\": \"a\", \"chosen\": \"%s\", \"rejected\": \"no\"}\n"
                .formatted(answer)
                .getBytes(UTF_8);
    }

    private static Answer upload(HttpProbe by, String answer) {
        return by.post("/api/v1/datasets", "application/jsonl", row(answer));
    }

    private static List<Path> stored() throws IOException {
        try (var files = Files.walk(GATEWAY.blobs())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void what_does_not_fit_is_refused_and_leaves_nothing_and_what_was_deleted_makes_room() throws IOException {
        var writer = tenant("small", 4000);
        var kept = upload(writer, "x".repeat(2000));
        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
        var before = stored();

        var problem = upload(writer, "y".repeat(2000)).problem(409);

        assertThat(problem.get("detail").asString())
                .matches("The tenant small stores 3\\d\\d\\d bytes and may store 4000, which leaves no room for more;"
                        + " delete what is not needed\\.");
        assertThat(problem.get("limit").asLong()).isEqualTo(4000);
        assertThat(stored()).isEqualTo(before);
        assertThat(writer.get("/api/v1/datasets").json().get("items")).hasSize(1);
        var deleted = writer.send("/api/v1/datasets/" + kept.json().get("id").asString(), request -> request.DELETE());
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(upload(writer, "y".repeat(2000)).status()).isEqualTo(201);
    }

    @Test
    void artifacts_alone_can_take_all_of_it() {
        var writer = tenant("full", ARTIFACTS);

        assertThat(upload(writer, "x").problem(409).get("storedBytes").asLong()).isEqualTo(ARTIFACTS);
    }

    @Test
    void the_same_content_again_counts_again() {
        var writer = tenant("twice", 4000);

        assertThat(upload(writer, "x".repeat(2000)).status()).isEqualTo(201);
        upload(writer, "x".repeat(2000)).problem(409);
    }

    @Test
    void an_upload_that_is_imported_later_is_refused_then() {
        var writer = tenant("later", ARTIFACTS + 100);
        var body = row("x".repeat(500));
        var made = writer.send("/api/v1/uploads", request -> request.header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", String.valueOf(body.length))
                .header("Content-Type", "application/offset+octet-stream")
                .POST(BodyPublishers.ofByteArray(body)));
        assertThat(made.status()).as(made.text()).isEqualTo(201);

        var ended = Waiting.until(
                "the end of the upload",
                () -> writer.get(path(made)).json(),
                upload -> upload.get("state").asString().equals("refused"));

        assertThat(ended.at("/problem/detail").asString()).contains("may store " + (ARTIFACTS + 100));
    }

    private static String path(Answer made) {
        var location = made.header("Location");
        return location.substring(location.indexOf("/api/v1/"));
    }
}

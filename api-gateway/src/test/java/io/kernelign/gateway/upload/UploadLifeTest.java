package io.kernelign.gateway.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.gateway.GatewayApplication;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an upload lives through, with two gateways that share a database, a blob store and a folder. */
class UploadLifeTest {

    @TempDir
    static Path folder;

    @Order(1)
    @RegisterExtension
    static final RunningService GATEWAY = gateway();

    @Order(2)
    @RegisterExtension
    static final RunningService SECOND = gateway()
            .with("spring.datasource.url", () -> GATEWAY.database().url())
            .sharingBlobsOf(GATEWAY);

    private static final byte[] ROWS = Rows.of("life", 100).getBytes(UTF_8);

    private TusProbe tus;
    private Remains before;

    private static RunningService gateway() {
        return RunningService.of(GatewayApplication.class, GatewayApplication.NAME)
                .with("kernelign.uploads.dir", () -> folder.toString())
                .with("kernelign.uploads.sweep-every", "200ms");
    }

    @BeforeEach
    void look() {
        tus = TusProbe.to(GATEWAY);
        before = Waiting.until("the uploads of other tests to go", UploadLifeTest::remains, found -> found.files()
                .isEmpty());
    }

    private static Remains remains() {
        return Remains.of(GATEWAY, folder);
    }

    private void awaitNothingMore() {
        Waiting.until("nothing to remain", UploadLifeTest::remains, before::equals);
    }

    /** Rows that take a while. */
    private static byte[] manyRows() {
        return Rows.of("a long import", 400_000).getBytes(UTF_8);
    }

    private String beginImport(byte[] rows) {
        var upload = tus.begin(rows.length, Map.of());
        assertThat(tus.patch(upload, 0, rows).status()).isEqualTo(204);
        return upload;
    }

    @Test
    void what_came_before_the_connection_was_cut_is_kept() throws IOException {
        var upload = tus.begin(ROWS.length, Map.of());
        try (var client = new RawClient(GATEWAY.url())) {
            client.head(
                            "PATCH",
                            upload,
                            "Tus-Resumable: 1.0.0",
                            "Upload-Offset: 0",
                            "Content-Type: application/offset+octet-stream",
                            "Content-Length: " + ROWS.length)
                    .send(Arrays.copyOf(ROWS, 5_000));
        }

        Waiting.until("the bytes to be safe", () -> tus.offset(upload), offset -> offset == 5_000);
        assertThat(tus.patch(upload, 5_000, Arrays.copyOfRange(ROWS, 5_000, ROWS.length))
                        .status())
                .isEqualTo(204);
        assertThat(tus.awaitEnd(upload).get("state").asString()).isEqualTo("completed");
    }

    @Test
    void how_much_is_here_can_be_read_while_it_comes() throws Exception {
        var upload = tus.begin(ROWS.length, Map.of());
        try (var client = new RawClient(GATEWAY.url())) {
            client.head(
                            "PATCH",
                            upload,
                            "Tus-Resumable: 1.0.0",
                            "Upload-Offset: 0",
                            "Content-Type: application/offset+octet-stream",
                            "Content-Length: " + ROWS.length)
                    .send(Arrays.copyOf(ROWS, 3_000));
            Thread.sleep(1_200);
            client.send(Arrays.copyOfRange(ROWS, 3_000, 4_000));

            Waiting.until(
                    "progress", () -> tus.view(upload).get("bytesReceived").asLong(), bytes -> bytes == 4_000);
            client.send(Arrays.copyOfRange(ROWS, 4_000, ROWS.length));
            assertThat(client.answer()).startsWith("HTTP/1.1 204 ");
        }
        assertThat(tus.awaitEnd(upload).get("state").asString()).isEqualTo("completed");
    }

    @Test
    void a_request_that_comes_after_one_that_seems_dead_does_not_wait_for_it() throws IOException {
        var upload = tus.begin(ROWS.length, Map.of());
        try (var dead = new RawClient(GATEWAY.url())) {
            dead.head(
                            "PATCH",
                            upload,
                            "Tus-Resumable: 1.0.0",
                            "Upload-Offset: 0",
                            "Content-Type: application/offset+octet-stream",
                            "Content-Length: " + ROWS.length)
                    .send(Arrays.copyOf(ROWS, 3_000));

            assertThat(tus.patch(upload, 0, ROWS).status()).isEqualTo(204);
            assertThat(tus.awaitEnd(upload).get("state").asString()).isEqualTo("completed");
            dead.send(Arrays.copyOfRange(ROWS, 3_000, ROWS.length));
            assertThat(dead.answer()).containsAnyOf("HTTP/1.1 404 ", "HTTP/1.1 409 ", "HTTP/1.1 204 ");
        }
    }

    @Test
    void one_gateway_goes_on_with_what_another_has_begun() {
        var upload = tus.begin(ROWS.length, Map.of("name", "shared"));
        tus.patch(upload, 0, Arrays.copyOf(ROWS, 2_000));
        var second = TusProbe.to(SECOND);

        assertThat(second.offset(upload)).isEqualTo(2_000);
        assertThat(second.patch(upload, 2_000, Arrays.copyOfRange(ROWS, 2_000, ROWS.length))
                        .status())
                .isEqualTo(204);

        assertThat(tus.awaitEnd(upload).get("state").asString()).isEqualTo("completed");
    }

    @Test
    void a_gateway_that_is_started_anew_knows_its_uploads_and_imports_them() {
        var begun = tus.begin(ROWS.length, Map.of());
        tus.patch(begun, 0, Arrays.copyOf(ROWS, 2_000));
        var importing = beginImport(manyRows());
        SECOND.stop();
        GATEWAY.stop();

        GATEWAY.start();
        SECOND.start();
        var again = TusProbe.to(GATEWAY);

        assertThat(again.offset(begun)).isEqualTo(2_000);
        again.patch(begun, 2_000, Arrays.copyOfRange(ROWS, 2_000, ROWS.length));
        assertThat(again.awaitEnd(begun).get("state").asString()).isEqualTo("completed");
        assertThat(again.awaitEnd(importing).get("rowsValidated").asLong()).isEqualTo(400_000);
    }

    @Test
    void an_import_can_be_followed_and_cancelled_and_leaves_nothing() {
        var upload = beginImport(manyRows());
        Waiting.until(
                "rows",
                () -> TusProbe.to(SECOND).view(upload),
                view -> view.get("rowsValidated").asLong() > 0);

        assertThat(SECOND.http().delete(upload).status()).isEqualTo(204);

        awaitNothingMore();
        GATEWAY.http().get(upload).problem(404);
    }

    @Test
    void an_upload_that_nobody_goes_on_with_expires_and_leaves_nothing() {
        var upload = tus.begin(ROWS.length, Map.of());
        tus.patch(upload, 0, Arrays.copyOf(ROWS, 2_000));

        GATEWAY.bean(JdbcClient.class)
                .sql("update upload set expires_at = now() - interval '1 second' where id = ?")
                .param(upload.substring(upload.indexOf("up_")))
                .update();

        awaitNothingMore();
        assertThat(tus.head(upload).status()).isEqualTo(404);
        tus.patch(upload, 2_000, new byte[1]).problem(404);
    }

    @Test
    void what_a_gateway_that_died_left_behind_is_swept() throws IOException {
        var old = FileTime.from(Instant.now().minus(Duration.ofHours(25)));
        var orphan = Files.createFile(folder.resolve("resumable/up_orphan"));
        var draft = Files.createFile(folder.resolve("drafts/draft"));
        Files.setLastModifiedTime(orphan, old);
        Files.setLastModifiedTime(draft, old);
        GATEWAY.bean(io.kernelign.service.blob.BlobStore.class).put("datasets/abc.jsonl", out -> out.write(1));
        GATEWAY.bean(JdbcClient.class)
                .sql("insert into pair_claim values (gen_random_uuid(), 'abc', now() - interval '25 hours')")
                .update();

        awaitNothingMore();
        assertThat(orphan).doesNotExist();
        assertThat(draft).doesNotExist();
    }
}

package io.kernelign.gateway.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.kernelign.fetch.testing.FakeWeb;
import io.kernelign.gateway.GatewayApplication;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A folder of uploads on a disk of one megabyte, which takes the right to mount. */
class FullDiskTest {

    private static final int DISK = 1 << 20;

    private static Path folder;
    private static FakeWeb web;

    @Order(1)
    @RegisterExtension
    static final BeforeAllCallback MOUNT = test -> {
        folder = Files.createTempDirectory("kernelign-small-disk");
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=" + DISK, "none", folder.toString()))
                .as("mounting a small disk; only root may")
                .isZero();
    };

    @Order(2)
    @RegisterExtension
    static final BeforeAllCallback WEB = test -> web = new FakeWeb();

    @Order(3)
    @RegisterExtension
    static final RunningService GATEWAY = RunningService.of(GatewayApplication.class, GatewayApplication.NAME)
            .with("kernelign.uploads.dir", () -> folder.toString())
            .with("kernelign.sources.https.enabled", "true")
            .with("kernelign.sources.https.trusted-hosts", "localhost")
            .with("kernelign.sources.https.ssl-bundle", "ours")
            .with("spring.ssl.bundle.pem.ours.truststore.certificate", () -> web.certificate());

    @AfterAll
    static void unmount() throws IOException, InterruptedException {
        web.close();
        // Maps of deleted files are held until the heap is collected.
        run("umount", "--lazy", folder.toString());
        Files.delete(folder);
    }

    private Remains before;

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static byte[] rows(int count) {
        return Rows.of("full disk", count).getBytes(UTF_8);
    }

    @BeforeEach
    void look() {
        before = Remains.of(GATEWAY, folder);
    }

    private void assertNothingMore() {
        assertThat(Remains.of(GATEWAY, folder)).isEqualTo(before);
    }

    @Test
    void an_upload_at_once_that_does_not_fit_is_a_507_and_leaves_nothing() {
        var large = new byte[2 * DISK];
        Arrays.fill(large, (byte) 'a');
        var parquet = large.clone();
        System.arraycopy("PAR1".getBytes(UTF_8), 0, parquet, 0, 4);
        var raw = GATEWAY.http().post("/api/v1/datasets", "application/octet-stream", parquet);
        var form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"
                + new String(large, UTF_8) + "\r\n--x--\r\n";
        var formed = GATEWAY.http().post("/api/v1/datasets", "multipart/form-data; boundary=x", form.getBytes(UTF_8));

        assertThat(raw.problem(507).get("detail").asString()).startsWith("No room is left on our disks");
        assertThat(formed.problem(507).get("detail").asString()).startsWith("No room is left on our disks");
        assertNothingMore();
    }

    @Test
    void an_upload_whose_pairs_do_not_fit_beside_it_is_a_507_and_leaves_nothing() throws IOException {
        var room = Files.getFileStore(folder).getUsableSpace();

        var answer = GATEWAY.http().post("/api/v1/datasets", "application/jsonl", rows(10_000));

        answer.problem(507);
        assertNothingMore();
        assertThat(Files.getFileStore(folder).getUsableSpace()).isEqualTo(room);
    }

    @Test
    void a_resumable_upload_that_does_not_fit_is_not_begun() {
        var answer = TusProbe.to(GATEWAY).create("", "Upload-Length", String.valueOf(2 * DISK));

        assertThat(answer.problem(507).get("detail").asString())
                .isEqualTo("No room is left for an upload of 2097152 bytes; try again later.");
        assertNothingMore();
    }

    @Test
    void what_a_source_has_and_the_disk_cannot_take_is_told_whether_its_size_is_known_or_not_and_leaves_nothing() {
        var large = new byte[2 * DISK];
        web.put("/large", large);
        assertThat(fetchProblem("/large"))
                .isEqualTo("No room is left for an upload of 2097152 bytes; try again later.");

        for (int i = 0; i < 2; i++) {
            web.next("/large", (exchange, content) -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(content);
            });
        }
        assertThat(fetchProblem("/large")).isEqualTo("No room is left on our disks for this; try again later.");
    }

    private String fetchProblem(String path) {
        var answer = GATEWAY.http().post("/api/v1/datasets", "{\"source\": \"" + web.url(path) + "\"}");
        var end = TusProbe.to(GATEWAY).awaitEnd(answer.header("Location"));
        assertThat(end.get("state").asString()).isEqualTo("failed");
        assertThat(end.get("problem").get("status").asInt()).isEqualTo(507);
        Waiting.until("its bytes to go", () -> Remains.of(GATEWAY, folder).files(), before.files()::equals);
        return end.get("problem").get("detail").asString();
    }

    @Test
    void a_resumable_upload_keeps_what_it_has_and_goes_on_when_there_is_room_again() throws IOException {
        var tus = TusProbe.to(GATEWAY);
        var rows = rows(2_000);
        var upload = tus.begin(rows.length, Map.of());
        tus.patch(upload, 0, Arrays.copyOf(rows, 1_000));
        var ballast = Files.write(folder.resolve("ballast"), new byte[DISK - rows.length / 2]);

        tus.patch(upload, 1_000, Arrays.copyOfRange(rows, 1_000, rows.length)).problem(507);
        var safe = (int) tus.offset(upload);
        assertThat(safe).isBetween(1_000, rows.length - 1);
        Files.delete(ballast);

        assertThat(tus.patch(upload, safe, Arrays.copyOfRange(rows, safe, rows.length))
                        .status())
                .isEqualTo(204);
        assertThat(tus.awaitEnd(upload).get("state").asString()).isEqualTo("completed");
        Waiting.until("its bytes to go", () -> Remains.of(GATEWAY, folder).files(), List::isEmpty);
    }
}

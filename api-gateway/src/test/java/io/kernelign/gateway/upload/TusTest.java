package io.kernelign.gateway.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.gateway.GatewayApplication;
import io.kernelign.service.testing.Answer;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.Waiting;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The protocol, word by word. */
class TusTest {

    private static final long LIMIT = 1_000_000;

    @TempDir
    static Path folder;

    @RegisterExtension
    static final RunningService GATEWAY = RunningService.of(GatewayApplication.class, GatewayApplication.NAME)
            .with("kernelign.uploads.dir", () -> folder.toString())
            .with("kernelign.uploads.max-bytes", String.valueOf(LIMIT))
            .with("kernelign.services.trainer", "http://localhost:1");

    private final TusProbe tus = TusProbe.to(GATEWAY);

    private static byte[] rows(String topic) {
        return Rows.of(topic, 50).getBytes(UTF_8);
    }

    private static byte[] from(byte[] bytes, int offset) {
        return Arrays.copyOfRange(bytes, offset, bytes.length);
    }

    private static String checksum(String name, String algorithm, byte[] bytes) throws Exception {
        var digest = MessageDigest.getInstance(algorithm).digest(bytes);
        return name + " " + Base64.getEncoder().encodeToString(digest);
    }

    private static Remains remains() {
        return Remains.of(GATEWAY, folder);
    }

    private static String id(String upload) {
        return upload.substring(upload.indexOf("up_"));
    }

    private static void awaitNoFile(String upload) {
        Waiting.until("the bytes of " + upload + " to go", () -> remains().files(), files -> files.stream()
                .noneMatch(file -> file.contains(id(upload))));
    }

    private static void assertNoTrace(String upload) {
        awaitNoFile(upload);
        assertThat(remains().uploads()).doesNotContain(id(upload));
    }

    private static void assertNothingBegins(int status, Answer answer, String... words) {
        var problem = answer.problem(status);
        for (var word : words) {
            assertThat(problem.toString()).contains(word);
        }
        assertThat(answer.header("Location")).isNull();
        assertThat(answer.header("Tus-Resumable")).isEqualTo("1.0.0");
    }

    @Test
    void what_is_understood_can_be_asked() {
        var answer = GATEWAY.http()
                .send(
                        TusProbe.UPLOADS,
                        request -> request.method("OPTIONS", java.net.http.HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(answer.header("Tus-Extension"))
                .isEqualTo("creation,creation-with-upload,checksum,concatenation,expiration,termination");
        assertThat(answer.header("Tus-Max-Size")).isEqualTo(String.valueOf(LIMIT));
        assertThat(answer.header("Tus-Checksum-Algorithm")).isEqualTo("md5,sha1,sha256");
    }

    @Test
    void an_upload_in_pieces_becomes_a_data_set() {
        var rows = rows("pieces");
        var metadata = TusProbe.metadata(Map.of("name", "in pieces", "filename", "pairs.jsonl", "heldOutShare", "0.3"));

        var created = tus.create("", "Upload-Length", String.valueOf(rows.length), "Upload-Metadata", metadata);
        var upload = TusProbe.location(created);
        assertThat(created.header("Upload-Expires")).endsWith(" GMT");
        assertThat(tus.offset(upload)).isZero();

        var first = tus.patch(upload, 0, Arrays.copyOf(rows, 1_000));
        assertThat(first.status()).isEqualTo(204);
        assertThat(first.header("Upload-Offset")).isEqualTo("1000");
        assertThat(first.header("Upload-Expires")).endsWith(" GMT");

        var head = tus.head(upload);
        assertThat(head.header("Upload-Offset")).isEqualTo("1000");
        assertThat(head.header("Upload-Length")).isEqualTo(String.valueOf(rows.length));
        assertThat(head.header("Upload-Metadata")).isEqualTo(metadata);
        assertThat(head.header("Cache-Control")).isEqualTo("no-store");
        var view = tus.view(upload);
        assertThat(view.get("state").asString()).isEqualTo("receiving");
        assertThat(view.get("bytesReceived").asLong()).isEqualTo(1_000);
        assertThat(view.get("bytesTotal").asLong()).isEqualTo(rows.length);
        assertThat(view.get("fileName").asString()).isEqualTo("pairs.jsonl");

        assertThat(tus.patch(upload, 1_000, from(rows, 1_000)).status()).isEqualTo(204);
        var end = tus.awaitEnd(upload);
        assertThat(end.get("state").asString()).isEqualTo("completed");
        assertThat(end.get("rowsValidated").asLong()).isEqualTo(50);
        var dataset = GATEWAY.http()
                .get("/api/v1/datasets/" + end.get("datasetId").asString())
                .json();
        assertThat(dataset.get("name").asString()).isEqualTo("in pieces");
        assertThat(dataset.get("pairs").asInt()).isEqualTo(50);
        assertThat(tus.offset(upload)).isEqualTo(rows.length);
    }

    @Test
    void the_first_piece_may_come_with_the_creation() {
        var rows = rows("at once");

        var created = tus.send(
                "POST",
                TusProbe.UPLOADS + "?name=at+once",
                rows,
                "Upload-Length",
                String.valueOf(rows.length),
                "Content-Type",
                "application/offset+octet-stream");

        assertThat(created.header("Upload-Offset")).isEqualTo(String.valueOf(rows.length));
        assertThat(tus.awaitEnd(TusProbe.location(created)).get("state").asString())
                .isEqualTo("completed");
    }

    @Test
    void a_refused_file_is_told_row_by_row_and_nothing_of_it_is_kept() {
        var before = remains();
        var rows = (Rows.of("refused", 3) + "{\"prompt\": \"a\"}\n").getBytes(UTF_8);
        var upload = tus.begin(rows.length, Map.of());
        tus.patch(upload, 0, rows);

        var end = tus.awaitEnd(upload);

        assertThat(end.get("state").asString()).isEqualTo("refused");
        assertThat(end.get("problem").get("status").asInt()).isEqualTo(422);
        assertThat(end.get("problem").get("errors").get(0).get("line").asInt()).isEqualTo(4);
        assertThat(end.has("datasetId") && !end.get("datasetId").isNull()).isFalse();
        awaitNoFile(upload);
        assertThat(remains().datasets()).isEqualTo(before.datasets());
        assertThat(tus.send("DELETE", upload, new byte[0]).status()).isEqualTo(204);
        assertNoTrace(upload);
    }

    @Test
    void an_upload_of_no_bytes_is_whole_at_once_and_refused() {
        var end = tus.awaitEnd(tus.begin(0, Map.of()));

        assertThat(end.get("state").asString()).isEqualTo("refused");
        assertThat(end.get("problem").get("detail").asString()).contains("empty");
    }

    @Test
    void bad_options_are_refused_before_a_byte_is_sent() {
        var bad = Map.of("format", "parquet", "onError", "ignore", "colour", "red");
        var inMetadata = tus.create("", "Upload-Length", "10", "Upload-Metadata", TusProbe.metadata(bad));
        assertNothingBegins(400, inMetadata, "format", "onError", "colour");
        assertNothingBegins(400, tus.create("?seed=many", "Upload-Length", "10"), "seed");
        assertNothingBegins(
                400,
                tus.create("?name=a", "Upload-Length", "10", "Upload-Metadata", TusProbe.metadata(Map.of("name", "b"))),
                "name is",
                "Upload-Metadata has it too");
        assertNothingBegins(400, tus.create("?join=files", "Upload-Length", "10"), "join");
    }

    @Test
    void a_creation_that_makes_no_sense_is_refused() {
        assertNothingBegins(400, tus.create(""), "Upload-Length is missing");
        for (var length : List.of("-1", "1.5", "many", "99999999999999999999")) {
            assertNothingBegins(400, tus.create("", "Upload-Length", length), "Upload-Length", length);
        }
        assertNothingBegins(413, tus.create("", "Upload-Length", String.valueOf(LIMIT + 1)), "1000000 bytes");
        for (var metadata : List.of("name YQ==,name YQ==", "name *", ",", "a b c")) {
            var created = tus.create("", "Upload-Length", "1", "Upload-Metadata", metadata);
            assertNothingBegins(400, created, "Upload-Metadata");
        }
        assertNothingBegins(
                415,
                tus.send("POST", TusProbe.UPLOADS, new byte[5], "Upload-Length", "5", "Content-Type", "text/plain"),
                "application/offset+octet-stream");
    }

    @Test
    void another_version_or_none_is_a_412_that_names_ours() {
        var upload = tus.begin(10, Map.of());
        for (var method : List.of("POST", "PATCH")) {
            var path = method.equals("POST") ? TusProbe.UPLOADS : upload;
            var other = tus.send(method, path, new byte[0], "Tus-Resumable", "0.2.2");
            other.problem(412);
            assertThat(other.header("Tus-Version")).isEqualTo("1.0.0");
            GATEWAY.http()
                    .send(
                            path,
                            request -> request.method(method, java.net.http.HttpRequest.BodyPublishers.ofString("x")))
                    .problem(412);
        }
        assertThat(tus.offset(upload)).isZero();
    }

    @Test
    void a_piece_that_does_not_fit_changes_nothing() {
        var upload = tus.begin(10, Map.of());
        tus.patch(upload, 0, new byte[4]);

        assertThat(tus.patch(upload, 3, new byte[2]).problem(409).get("detail").asString())
                .isEqualTo("Upload-Offset is 3, but 4 bytes of the upload " + id(upload) + " are here.");
        tus.patch(upload, 5, new byte[2]).problem(409);
        tus.patch(upload, 4, new byte[7]).problem(413);
        tus.send("PATCH", upload, new byte[2], "Upload-Offset", "4", "Content-Type", "text/plain")
                .problem(415);
        tus.send("PATCH", upload, new byte[2], "Content-Type", "application/offset+octet-stream")
                .problem(400);
        tus.patch(upload, 4, new byte[2], "Upload-Offset", "four").problem(400);

        assertThat(tus.offset(upload)).isEqualTo(4);
    }

    @Test
    void a_piece_is_compared_with_its_checksum_and_dropped_when_it_is_another() throws Exception {
        var rows = rows("checked");
        var upload = tus.begin(rows.length, Map.of());
        var piece = Arrays.copyOf(rows, 500);

        tus.patch(upload, 0, piece, "Upload-Checksum", checksum("sha1", "SHA-1", rows))
                .problem(460);
        assertThat(tus.offset(upload)).isZero();
        for (var header : List.of("crc32 AAAA", "sha1", "sha1 *")) {
            tus.patch(upload, 0, piece, "Upload-Checksum", header).problem(400);
        }
        assertThat(tus.patch(upload, 0, piece, "Upload-Checksum", checksum("sha256", "SHA-256", piece))
                        .status())
                .isEqualTo(204);
        var rest = from(rows, 500);
        assertThat(tus.patch(upload, 500, rest, "Upload-Checksum", checksum("md5", "MD5", rest))
                        .status())
                .isEqualTo(204);

        assertThat(tus.awaitEnd(upload).get("state").asString()).isEqualTo("completed");
    }

    @Test
    void clients_that_cannot_say_patch_or_delete_name_the_method_in_a_header() {
        var upload = tus.begin(10, Map.of());

        var patched = tus.send(
                "POST",
                upload,
                new byte[6],
                "X-HTTP-Method-Override",
                "PATCH",
                "Upload-Offset",
                "0",
                "Content-Type",
                "application/offset+octet-stream");
        assertThat(patched.header("Upload-Offset")).isEqualTo("6");
        assertThat(tus.send("POST", upload, new byte[0], "X-HTTP-Method-Override", "DELETE")
                        .status())
                .isEqualTo(204);

        assertNoTrace(upload);
    }

    @Test
    void a_cancelled_upload_is_gone() {
        var upload = tus.begin(10, Map.of());
        tus.patch(upload, 0, new byte[4]);

        assertThat(GATEWAY.http().delete(upload).status()).isEqualTo(204);

        assertNoTrace(upload);
        assertThat(tus.head(upload).status()).isEqualTo(404);
        tus.patch(upload, 4, new byte[1]).problem(404);
        GATEWAY.http().get(upload).problem(404);
        GATEWAY.http().delete(upload).problem(404);
    }

    private String part(byte[] bytes, String name) {
        var part = TusProbe.location(tus.create(
                "",
                "Upload-Length",
                String.valueOf(bytes.length),
                "Upload-Concat",
                "partial",
                "Upload-Metadata",
                TusProbe.metadata(Map.of("filename", name))));
        assertThat(tus.patch(part, 0, bytes).status()).isEqualTo(204);
        return part;
    }

    @Test
    void pieces_that_were_sent_beside_each_other_become_one_file() {
        var rows = rows("parallel");
        var first = part(Arrays.copyOf(rows, 777), "a");
        var second = part(from(rows, 777), "b");
        assertThat(tus.view(first).get("state").asString()).isEqualTo("received");
        assertThat(tus.head(first).header("Upload-Concat")).isEqualTo("partial");

        var concat = "final;" + first + " " + GATEWAY.url() + second;
        var whole = TusProbe.location(tus.create("?name=parallel", "Upload-Concat", concat));
        var end = tus.awaitEnd(whole);

        assertThat(end.get("state").asString()).isEqualTo("completed");
        assertThat(end.get("rowsValidated").asInt()).isEqualTo(50);
        assertThat(tus.head(whole).header("Upload-Concat")).isEqualTo(concat);
        assertThat(tus.head(whole).header("Upload-Length")).isEqualTo(String.valueOf(rows.length));
        tus.patch(whole, rows.length, new byte[0]).problem(403);
        awaitNoFile(first);
        awaitNoFile(second);
        assertThat(tus.head(first).status()).isEqualTo(404);
    }

    @Test
    void several_files_that_were_uploaded_one_by_one_become_one_data_set() {
        var first = part(rows("file one"), "one.jsonl");
        var second = part(rows("file two"), "two.jsonl");

        var whole = TusProbe.location(tus.create(
                "",
                "Upload-Concat",
                "final;" + first + " " + second,
                "Upload-Metadata",
                TusProbe.metadata(Map.of("join", "files", "name", "two files"))));
        var end = tus.awaitEnd(whole);

        var report = GATEWAY.http()
                .get("/api/v1/datasets/" + end.get("datasetId").asString() + "/report")
                .json();
        assertThat(report.get("pairs").asInt()).isEqualTo(100);
        assertThat(report.get("files").findValuesAsString("name")).containsExactly("one.jsonl", "two.jsonl");
    }

    @Test
    void only_whole_and_free_parts_of_a_size_that_is_taken_are_joined() {
        var whole = part(rows("free"), "a");
        var begun = TusProbe.location(tus.create("", "Upload-Length", "10", "Upload-Concat", "partial"));
        var alone = tus.begin(10, Map.of());
        for (var parts :
                List.of(begun, alone, "/api/v1/uploads/up_none", whole + " " + begun, whole + " " + whole, "")) {
            assertNothingBegins(400, tus.create("", "Upload-Concat", "final;" + parts), "Upload-Concat");
        }
        assertNothingBegins(400, tus.create("", "Upload-Concat", "halfway", "Upload-Length", "3"), "partial, or final");
        assertNothingBegins(
                400, tus.create("", "Upload-Concat", "final;" + whole, "Upload-Length", "3"), "Upload-Length");
        assertNothingBegins(
                400, tus.create("?name=a", "Upload-Concat", "partial", "Upload-Length", "3"), "the final upload");
        var large = part(new byte[(int) LIMIT], "b");
        assertNothingBegins(413, tus.create("", "Upload-Concat", "final;" + whole + " " + large), "1000000 bytes");

        var joined = TusProbe.location(tus.create("", "Upload-Concat", "final;" + whole));
        assertThat(tus.awaitEnd(joined).get("state").asString()).isEqualTo("completed");
    }
}

package io.kernelign.gateway.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.gateway.GatewayApplication;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Uploads at once whose bodies are not what they promise; each is answered, and nothing of it remains. */
class BadUploadsTest {

    private static final String DATASETS = "/api/v1/datasets";
    private static final int LIMIT = 200_000;
    private static final byte[] ROWS = Rows.of("bad uploads", 100).getBytes(UTF_8);

    @TempDir
    static Path folder;

    @RegisterExtension
    static final RunningService GATEWAY = RunningService.of(GatewayApplication.class, GatewayApplication.NAME)
            .with("kernelign.uploads.dir", () -> folder.toString())
            .with("kernelign.uploads.max-bytes", String.valueOf(LIMIT));

    private RawClient client;

    @BeforeEach
    void connect() throws IOException {
        client = new RawClient(GATEWAY.url());
    }

    @AfterEach
    void nothingRemains() throws IOException {
        client.close();
        var remains = Waiting.until(
                "the server to notice", () -> remains(), found -> found.files().isEmpty() && found.claims() == 0);
        remains.assertNothing();
    }

    private static Remains remains() {
        return Remains.of(GATEWAY, folder);
    }

    private static byte[] chunk(byte[] bytes) {
        var head = Integer.toHexString(bytes.length) + "\r\n";
        return (head + new String(bytes, UTF_8) + "\r\n").getBytes(UTF_8);
    }

    private static String formOf(int fileBytes) {
        return "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"pairs.jsonl\"\r\n\r\n"
                + "a".repeat(fileBytes) + "\r\n--x--\r\n";
    }

    private void assertTooLarge(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .contains("The upload is larger than the limit of " + LIMIT + " bytes.");
    }

    private static void assertBrokeOff(String answer, String path) {
        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains(
                        "application/problem+json",
                        "The body broke off or is not well-formed.",
                        "\"instance\":\"" + path + "\"");
    }

    @Test
    void a_body_beyond_the_limit_is_refused_by_what_it_declares() throws IOException {
        client.head("POST", DATASETS, "Content-Length: " + (LIMIT + 1)).send(new byte[LIMIT + 1]);

        assertTooLarge(client.answer());
    }

    @Test
    void a_body_that_does_not_declare_its_length_is_refused_where_it_passes_the_limit() throws IOException {
        client.head("POST", DATASETS, "Transfer-Encoding: chunked")
                .send(chunk(new byte[LIMIT]))
                .send(chunk(new byte[LIMIT]))
                .send(chunk(new byte[0]));

        assertTooLarge(client.answer());
    }

    @Test
    void a_form_beyond_the_limit_is_refused() throws IOException {
        var form = formOf(LIMIT + 1);
        client.head(
                        "POST",
                        DATASETS,
                        "Content-Type: multipart/form-data; boundary=x",
                        "Content-Length: " + form.length())
                .send(form.getBytes(UTF_8));

        assertTooLarge(client.answer());
    }

    @Test
    void a_client_that_asks_first_is_refused_before_it_sends_anything() throws IOException {
        client.head("POST", DATASETS + "?colour=red", "Content-Length: 5000", "Expect: 100-continue");

        assertThat(client.answer()).startsWith("HTTP/1.1 400 ").contains("colour is not a known field");
    }

    @Test
    void a_body_shorter_than_it_declares_is_an_error() throws IOException {
        client.head("POST", DATASETS, "Content-Length: " + (ROWS.length + 10))
                .send(ROWS)
                .end();

        assertBrokeOff(client.answer(), DATASETS);
    }

    @Test
    void a_client_that_goes_in_the_middle_leaves_nothing() throws IOException {
        client.head("POST", DATASETS, "Content-Length: " + ROWS.length).send(Arrays.copyOf(ROWS, ROWS.length / 2));
        Waiting.until("the body to arrive", BadUploadsTest::remains, found -> !found.files()
                .isEmpty());
    }

    @Test
    void a_client_that_stalls_keeps_nobody_else_from_being_taken_and_answered() throws IOException {
        var stalled = new ArrayList<RawClient>();
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
            stalled.add(new RawClient(GATEWAY.url())
                    .head("POST", DATASETS, "Content-Length: " + ROWS.length)
                    .send(Arrays.copyOf(ROWS, ROWS.length / 2)));
        }
        var files = Waiting.until(
                "the bodies to arrive",
                BadUploadsTest::remains,
                found -> found.files().size() == stalled.size());

        var answer = GATEWAY.http().post(DATASETS, "application/jsonl", "no data set".getBytes(UTF_8));

        assertThat(answer.problem(422).get("detail").asString()).contains("no data set");
        assertThat(remains()).isEqualTo(files);
        for (var other : stalled) {
            other.close();
        }
    }

    @Test
    void a_client_that_is_refused_hears_so_once_it_has_sent_everything() throws IOException {
        var page = ("<html>" + " ".repeat(LIMIT - 6)).getBytes(UTF_8);
        client.head("POST", DATASETS, "Content-Length: " + page.length);
        for (int sent = 0; sent < page.length; sent += page.length / 10) {
            client.send(Arrays.copyOfRange(page, sent, sent + page.length / 10));
        }

        assertThat(client.answer()).startsWith("HTTP/1.1 422 ").contains("an HTML or XML page");
    }

    @Test
    void a_form_that_goes_in_the_middle_leaves_nothing() throws IOException {
        var form = formOf(100_000);
        client.head(
                        "POST",
                        DATASETS,
                        "Content-Type: multipart/form-data; boundary=x",
                        "Content-Length: " + form.length())
                .send(form.substring(0, 50_000).getBytes(UTF_8));
        Waiting.until("the form to arrive", BadUploadsTest::remains, found -> !found.files()
                .isEmpty());
    }

    @Test
    void a_chunk_that_makes_no_sense_is_an_error() throws IOException {
        client.head("POST", DATASETS, "Transfer-Encoding: chunked").send("zz\r\nabc".getBytes(UTF_8));

        assertBrokeOff(client.answer(), DATASETS);
    }

    @Test
    void a_form_without_a_boundary_is_an_error() throws IOException {
        client.head("POST", DATASETS, "Content-Type: multipart/form-data", "Content-Length: 10")
                .send(new byte[10]);

        assertThat(client.answer()).startsWith("HTTP/1.1 400 ").contains("multipart");
    }

    @Test
    void several_bodies_in_another_wrapping_than_a_form_are_refused() throws IOException {
        client.head("POST", DATASETS, "Content-Type: multipart/mixed; boundary=x", "Content-Length: 10")
                .send(new byte[10]);

        assertThat(client.answer()).startsWith("HTTP/1.1 415 ").contains("multipart/form-data");
    }

    @Test
    void bytes_that_came_with_the_creation_of_an_upload_and_broke_off_leave_nothing() throws IOException {
        client.head(
                        "POST",
                        TusProbe.UPLOADS,
                        "Tus-Resumable: 1.0.0",
                        "Upload-Length: 1000",
                        "Content-Type: application/offset+octet-stream",
                        "Content-Length: 1000")
                .send(new byte[500])
                .end();

        assertBrokeOff(client.answer(), TusProbe.UPLOADS);
    }
}

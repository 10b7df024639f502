package io.kernelign.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.acceptance.platform.Platform;
import io.kernelign.acceptance.platform.SharedPlatform;
import io.kernelign.acceptance.platform.TinyPairs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Files that cannot be used: each is refused with one clear error, and nothing of it stays. */
@ExtendWith(SharedPlatform.class)
class RefusedUploadTest {

    private final Platform platform;

    RefusedUploadTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void an_empty_file() throws IOException {
        assertError(refusal(new byte[0]), "file", "empty", "at least one row");
    }

    @Test
    void a_file_that_is_not_utf_8() throws IOException {
        var rows = TinyPairs.rows().getBytes(UTF_8);
        rows[TinyPairs.row(0).length() + "{\"prompt\": \"".length()] = (byte) 0xff;

        var error = refusal(rows);

        assertThat(error.get("line").asInt()).isEqualTo(2);
        assertThat(error.get("kind").asString()).isEqualTo("invalid_utf8");
        assertThat(error.get("accepted").asString()).contains("UTF-8");
    }

    @Test
    void a_gzip_file_that_is_cut_off() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(TinyPairs.rows().getBytes(UTF_8));
        }

        var error = refusal(Arrays.copyOf(packed.toByteArray(), packed.size() / 2));

        assertError(error, "file", "", "gzip");
    }

    @Test
    void one_bad_row_in_the_middle() throws IOException {
        var error = refusal(middle("{\"prompt\": \"describe my cat\", \"chosen\": \"it is lovely\"}"));

        assertThat(error.get("line").asInt()).isEqualTo(73);
        assertError(error, "rejected", "", "");
    }

    @Test
    void a_row_that_is_no_json() throws IOException {
        var error = refusal(middle("{\"prompt\": \"describe"));

        assertThat(error.get("line").asInt()).isEqualTo(73);
        assertThat(error.get("kind").asString()).isEqualTo("invalid_json");
    }

    @Test
    void a_row_whose_chosen_answer_is_also_the_rejected_one() throws IOException {
        var error = refusal(middle("{\"prompt\": \"describe\", \"chosen\": \"it is\", \"rejected\": \"it is\"}"));

        assertThat(error.get("line").asInt()).isEqualTo(73);
        assertThat(error.get("kind").asString()).isEqualTo("chosen_equals_rejected");
    }

    @Test
    void a_row_without_a_user_s_turn() throws IOException {
        var error = refusal(middle("{\"prompt\": [{\"role\": \"system\", \"content\": \"describe\"}],"
                + " \"chosen\": [{\"role\": \"assistant\", \"content\": \"wise\"}],"
                + " \"rejected\": [{\"role\": \"assistant\", \"content\": \"cruel\"}]}"));

        assertThat(error.get("line").asInt()).isEqualTo(73);
        assertThat(error.get("kind").asString()).isEqualTo("no_user_turn");
    }

    /** A file whose line 73 of 145 is the given one. */
    private static byte[] middle(String row) {
        var rows = TinyPairs.rows().lines().toList();
        return String.join("\n", String.join("\n", rows.subList(0, 72)), row, String.join("\n", rows.subList(72, 144)))
                .getBytes(UTF_8);
    }

    private static void assertError(JsonNode error, String field, String found, String accepted) {
        assertThat(error.get("field").asString()).isEqualTo(field);
        assertThat(error.get("found").asString()).contains(found);
        assertThat(error.get("accepted").asString()).contains(accepted);
    }

    /** The one error of a file that leaves no data set and no blob. */
    private JsonNode refusal(byte[] file) throws IOException {
        var datasets = datasets();
        var stored = platform.stored();

        var errors = platform.http()
                .post("/api/v1/datasets", "application/jsonl", file)
                .problem(422)
                .get("errors");

        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).get("message").asString()).isNotBlank();
        assertThat(datasets()).isEqualTo(datasets);
        assertThat(platform.stored()).isEqualTo(stored);
        return errors.get(0);
    }

    private JsonNode datasets() {
        return platform.http().get("/api/v1/datasets?limit=100").json();
    }
}

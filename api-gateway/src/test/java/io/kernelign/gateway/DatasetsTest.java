package io.kernelign.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.testing.Answer;
import io.kernelign.service.testing.RunningService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DatasetsTest {

    private static final String DATASETS = "/api/v1/datasets";

    @TempDir
    static Path uploads;

    @RegisterExtension
    static final RunningService GATEWAY = RunningService.of(GatewayApplication.class, GatewayApplication.NAME)
            .with("kernelign.uploads.dir", () -> uploads.toString())
            .with("kernelign.services.trainer", "http://localhost:1");

    private static String row(String prompt) {
        return "{\"prompt\": \"" + prompt + "\", \"chosen\": \"yes\", \"rejected\": \"no\"}\n";
    }

    /** Twenty rows that no other test has. */
    private static String rows(String topic) {
        return IntStream.range(0, 20).mapToObj(i -> row(topic + " " + i)).collect(Collectors.joining());
    }

    private static Answer upload(String query, byte[] file) {
        return GATEWAY.http().post(DATASETS + query, "application/jsonl", file);
    }

    private static Answer upload(String query, String file) {
        return upload(query, file.getBytes(UTF_8));
    }

    private static byte[] gzip(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<String> stored() throws IOException {
        var stored = new ArrayList<>(GATEWAY.bean(BlobStore.class).list(""));
        GATEWAY.http()
                .get(DATASETS + "?limit=100")
                .json()
                .get("items")
                .forEach(dataset -> stored.add(dataset.get("id").asString()));
        return stored;
    }

    private static void assertNoDraftIsLeft() throws IOException {
        try (var files = Files.walk(uploads)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    /** A refusal that leaves everything as it was; the errors it lists. */
    private static JsonNode refused(int status, String query, byte[] file) throws IOException {
        var before = stored();
        var problem = upload(query, file).problem(status);
        assertThat(stored()).isEqualTo(before);
        assertNoDraftIsLeft();
        return problem.get("errors");
    }

    private static void assertError(JsonNode error, String field, String found, String accepted) {
        assertThat(error.get("field").asString()).isEqualTo(field);
        assertThat(error.get("found").asString()).contains(found);
        assertThat(error.get("accepted").asString()).contains(accepted);
    }

    @Test
    void an_upload_is_answered_with_the_data_set_and_what_was_found_in_it() throws IOException {
        var answer = upload("?name=first+try&heldOutShare=0.2&seed=3", rows("first"));

        assertThat(answer.status()).isEqualTo(201);
        var dataset = answer.json();
        assertThat(answer.header("Location"))
                .isEqualTo(DATASETS + "/" + dataset.get("id").asString());
        assertThat(dataset.get("name").asString()).isEqualTo("first try");
        assertThat(dataset.get("format").asString()).isEqualTo("trl");
        assertThat(dataset.get("pairs").asInt()).isEqualTo(20);
        assertThat(dataset.get("trainPairs").asInt()
                        + dataset.get("heldOutPairs").asInt())
                .isEqualTo(20);
        assertThat(dataset.get("heldOutPairs").asInt()).isBetween(1, 10);
        assertThat(dataset.get("report").get("defects")).isEmpty();
        assertThat(GATEWAY.bean(BlobStore.class).size(dataset.get("pairsKey").asString()))
                .isPositive();
        assertNoDraftIsLeft();
    }

    @Test
    void what_was_uploaded_can_be_looked_at() {
        var uploaded = upload("", rows("looked at")).json();
        var at = DATASETS + "/" + uploaded.get("id").asString();

        assertThat(GATEWAY.http().get(at).json().get("contentHash")).isEqualTo(uploaded.get("contentHash"));
        assertThat(GATEWAY.http().get(at + "/report").json()).isEqualTo(uploaded.get("report"));
        var pairs = GATEWAY.http().get(at + "/pairs?limit=2").json().get("items");
        assertThat(pairs).hasSize(2);
        assertThat(pairs.get(0).get("prompt").get(0).get("role").asString()).isEqualTo("user");
        assertThat(pairs.get(0).get("prompt").get(0).get("content").asString()).isEqualTo("looked at 0");
    }

    private static List<String> prompts(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(pair -> pair.at("/prompt/0/content").asString())
                .toList();
    }

    @Test
    void pairs_are_listed_page_by_page() {
        var uploaded = upload("", rows("paged")).json();
        var at = DATASETS + "/" + uploaded.get("id").asString() + "/pairs?limit=15";

        var first = GATEWAY.http().get(at).json();
        var next = first.get("next").asString();
        var second = GATEWAY.http().get(at + "&cursor=" + next).json();

        assertThat(prompts(first)).hasSize(15).startsWith("paged 0").endsWith("paged 14");
        assertThat(prompts(second)).containsExactly("paged 15", "paged 16", "paged 17", "paged 18", "paged 19");
        assertThat(second.get("next").isNull()).isTrue();
        for (var cursor : List.of("1", "-1", "x", next + "0")) {
            assertError(
                    GATEWAY.http()
                            .get(at + "&cursor=" + cursor)
                            .problem(400)
                            .get("errors")
                            .get(0),
                    "cursor",
                    cursor,
                    "the next of an earlier page");
        }
    }

    @Test
    void pairs_are_listed_by_side_task_and_words() {
        var file = rows("listed so") + row("Listed SO, too").replace("}", ", \"task\": \"other\"}");
        var uploaded = upload("?heldOutShare=0.3", file).json();
        var at = DATASETS + "/" + uploaded.get("id").asString() + "/pairs?limit=100";

        assertThat(prompts(GATEWAY.http().get(at + "&split=held_out").json()))
                .hasSize(uploaded.get("heldOutPairs").asInt());
        assertThat(prompts(GATEWAY.http().get(at + "&task=other").json())).containsExactly("Listed SO, too");
        assertThat(prompts(GATEWAY.http().get(at + "&contains=so,+TOO").json())).containsExactly("Listed SO, too");
        assertThat(prompts(GATEWAY.http().get(at + "&contains=elsewhere").json()))
                .isEmpty();
        assertError(
                GATEWAY.http()
                        .get(at + "&split=test")
                        .problem(400)
                        .get("errors")
                        .get(0),
                "split",
                "test",
                "one of train, held_out");
    }

    @Test
    void data_sets_are_listed_newest_first_page_by_page() {
        var ids = IntStream.range(0, 3)
                .mapToObj(i -> upload("?name=listed", rows("listed" + i))
                        .json()
                        .get("id")
                        .asString())
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(ids);

        var first = GATEWAY.http().get(DATASETS + "?limit=2").json();
        var second = GATEWAY.http()
                .get(DATASETS + "?limit=2&cursor=" + first.get("next").asString())
                .json();

        assertThat(List.of(
                        first.get("items").get(0).get("id").asString(),
                        first.get("items").get(1).get("id").asString(),
                        second.get("items").get(0).get("id").asString()))
                .isEqualTo(ids);
    }

    @Test
    void gzip_and_what_curl_declares_by_default_are_taken_as_the_same_file() {
        var plain = upload("", rows("same")).json();
        var packed = upload("", gzip(rows("same"))).json();
        var curled = GATEWAY.http()
                .post(
                        DATASETS,
                        "application/x-www-form-urlencoded",
                        rows("same").getBytes(UTF_8))
                .json();

        assertThat(packed.get("contentHash")).isEqualTo(plain.get("contentHash"));
        assertThat(curled.get("contentHash")).isEqualTo(plain.get("contentHash"));
        assertThat(packed.get("id")).isNotEqualTo(plain.get("id"));
    }

    @Test
    void the_same_content_is_stored_once() throws IOException {
        upload("", rows("twice"));
        var blobs = GATEWAY.bean(BlobStore.class).list("");
        upload("", rows("twice"));

        assertThat(GATEWAY.bean(BlobStore.class).list("")).isEqualTo(blobs);
    }

    private static byte[] form(List<String> files, String... fields) {
        var parts = new StringBuilder();
        for (var file : files) {
            parts.append("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"pairs.jsonl\"\r\n\r\n")
                    .append(file)
                    .append("\r\n");
        }
        for (int i = 0; i < fields.length; i += 2) {
            parts.append("--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(fields[i], fields[i + 1]));
        }
        return parts.append("--x--\r\n").toString().getBytes(UTF_8);
    }

    private static Answer uploadForm(byte[] form) {
        return GATEWAY.http().post(DATASETS, "multipart/form-data; boundary=x", form);
    }

    @Test
    void a_form_may_name_its_options_after_the_file() throws IOException {
        var named = uploadForm(form(List.of(rows("form")), "name", "formed", "format", "trl"));
        var unnamed = uploadForm(form(List.of(rows("form"))));

        assertThat(named.status()).isEqualTo(201);
        assertThat(named.json().get("name").asString()).isEqualTo("formed");
        assertThat(unnamed.json().get("name").asString()).isEqualTo("pairs.jsonl");
        assertNoDraftIsLeft();
    }

    @Test
    void several_files_of_a_form_make_one_data_set() throws IOException {
        var parted = uploadForm(form(List.of(row("part 1"), row("part 2") + row("part 3"))))
                .json();
        var whole = upload("", row("part 1") + row("part 2") + row("part 3")).json();

        assertThat(parted.get("contentHash")).isEqualTo(whole.get("contentHash"));
        assertThat(parted.get("report").get("files")).hasSize(2);
        assertNoDraftIsLeft();
    }

    @Test
    void a_form_without_a_file_or_cut_off_is_refused() {
        var missing = uploadForm(form(List.of(), "name", "formed")).problem(400);
        assertThat(missing.get("errors").get(0).get("field").asString()).isEqualTo("file");

        var whole = form(List.of(rows("cut off")));
        uploadForm(Arrays.copyOf(whole, whole.length / 2)).problem(400);
    }

    @Test
    void every_bad_option_is_named() throws IOException {
        var errors = refused(
                400,
                "?format=parquet&onError=ignore&seed=1.5&heldOutShare=most&colour=red",
                rows("x").getBytes(UTF_8));

        assertThat(errors).hasSize(5);
        assertError(errors.get(0), "format", "parquet", "trl");
        assertError(errors.get(1), "onError", "ignore", "one of reject, skip");
        assertError(errors.get(2), "seed", "1.5", "a whole number");
        assertError(errors.get(3), "heldOutShare", "most", "a number");
        assertError(errors.get(4), "colour", "red", "maxSkipShare");
    }

    @Test
    void an_option_without_effect_is_refused() throws IOException {
        assertError(
                refused(400, "?maxSkipShare=0.5", rows("x").getBytes(UTF_8)).get(0),
                "maxSkipShare",
                "0.5",
                "no value unless onError is skip");
    }

    @Test
    void a_mapping_stands_for_a_layout_and_an_option_that_no_row_needs_is_refused() throws IOException {
        var file = "{\"q\": \"Why?\", \"good\": \"Because.\", \"bad\": \"No.\"}\n";
        var mapping = "{\"prompt\": \"/q\", \"chosen\": \"/good\", \"rejected\": \"/bad\"}";
        var query = "?mapping=" + URLEncoder.encode(mapping, UTF_8);

        var report = upload(query, file).json().get("report");
        assertThat(report.get("layout").asString()).isEqualTo("mapping");
        assertThat(report.get("splitBy").asString()).startsWith("the hash of the prompt");
        assertThat(report.get("rules")).isEmpty();

        assertError(refused(400, "?mapping=x", file.getBytes(UTF_8)).get(0), "mapping", "x", "JSON pointers");
        assertError(
                refused(400, query + "&format=trl", file.getBytes(UTF_8)).get(0),
                "format",
                "trl",
                "no value beside mapping");
        assertError(
                refused(422, query + "&pairs=all", file.getBytes(UTF_8)).get(0),
                "pairs",
                "all",
                "it acts on prm800k, nectar");
    }

    @Test
    void one_bad_row_in_the_middle_is_reported_with_its_line_and_nothing_is_kept() throws IOException {
        var file = row("a") + "{\"prompt\": \"b\", \"chosen\": \"yes\"}\n" + row("c");

        var errors = refused(422, "", file.getBytes(UTF_8));

        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).get("line").asInt()).isEqualTo(2);
        assertThat(errors.get(0).get("field").asString()).isEqualTo("rejected");
    }

    @Test
    void a_bad_row_can_be_skipped_and_is_told() {
        var uploaded = upload("?onError=skip&maxSkipShare=0.1", rows("skipping") + "not json\n")
                .json();

        assertThat(uploaded.get("badRows").asInt()).isEqualTo(1);
        assertThat(uploaded.get("pairs").asInt()).isEqualTo(20);
        assertThat(uploaded.get("report").get("defects").get(0).get("line").asInt())
                .isEqualTo(21);
    }

    @Test
    void defects_are_listed_by_kind_and_page_by_page() {
        var twice = rows("listed") + rows("listed") + "not json\n";
        var uploaded = upload("?onError=skip&maxSkipShare=0.1", twice).json();
        var at = DATASETS + "/" + uploaded.get("id").asString() + "/defects";

        var first = GATEWAY.http().get(at + "?kind=duplicate_pair&limit=15").json();
        assertThat(first.get("items")).hasSize(15);
        var rest = GATEWAY.http()
                .get(at + "?kind=duplicate_pair&limit=15&cursor="
                        + first.get("next").asString())
                .json();
        assertThat(rest.get("items")).hasSize(5);
        assertThat(rest.get("items").get(4).get("line").asInt()).isEqualTo(40);
        assertThat(rest.get("next").isNull()).isTrue();
        assertThat(GATEWAY.http()
                        .get(at + "?kind=invalid_json")
                        .json()
                        .at("/items/0/line")
                        .asInt())
                .isEqualTo(41);
        assertThat(GATEWAY.http().get(at + "?kind=unkind").problem(400).toString())
                .contains("unkind", "duplicate_pair");
    }

    @Test
    void a_defect_that_shows_a_nul_byte_can_be_stored() {
        var uploaded =
                upload("?onError=skip&maxSkipShare=0.1", rows("nul") + "{\0}\n").json();
        var at = DATASETS + "/" + uploaded.get("id").asString();

        assertThat(GATEWAY.http()
                        .get(at + "/report")
                        .json()
                        .at("/defects/0/found")
                        .asString())
                .isEqualTo("{\u2400}");
    }

    @Test
    void a_json_array_and_csv_are_taken_as_the_same_content() {
        var lines = upload("", rows("contained")).json();
        var array = upload("", "[" + rows("contained").replace("}\n{", "},\n{") + "]")
                .json();
        var csv = upload(
                        "",
                        "rejected,chosen,prompt\n"
                                + IntStream.range(0, 20)
                                        .mapToObj(i -> "no,yes,contained " + i + "\n")
                                        .collect(Collectors.joining()))
                .json();

        assertThat(array.get("contentHash")).isEqualTo(lines.get("contentHash"));
        assertThat(csv.get("contentHash")).isEqualTo(lines.get("contentHash"));
        assertThat(csv.at("/report/files/0/container").asString()).isEqualTo("csv");
        assertThat(csv.at("/report/files/0/compression").asString()).isEqualTo("none");
    }

    @Test
    void chosen_equal_to_rejected_and_a_conversation_without_a_user_are_bad_rows() throws IOException {
        var same =
                refused(422, "", "{\"prompt\": \"a\", \"chosen\": \"yes\", \"rejected\": \"yes\"}\n".getBytes(UTF_8));
        assertThat(same.get(0).get("kind").asString()).isEqualTo("chosen_equals_rejected");

        var silent = refused(422, "?format=openai", """
                {"input": {"messages": [{"role": "system", "content": "a"}]}, \
                "preferred_output": [{"role": "assistant", "content": "b"}], \
                "non_preferred_output": [{"role": "assistant", "content": "c"}]}
                """.getBytes(UTF_8));
        assertThat(silent.get(0).get("kind").asString()).isEqualTo("no_user_turn");
    }

    @Test
    void a_file_that_is_empty_or_not_utf_8_or_a_truncated_gzip_is_refused() throws IOException {
        assertError(refused(422, "", new byte[0]).get(0), "file", "empty", "at least one row");
        assertThat(refused(422, "", new byte[] {'{', (byte) 0xc3, (byte) 0x28, '\n'})
                        .get(0)
                        .get("kind")
                        .asString())
                .isEqualTo("invalid_utf8");
        var packed = gzip(rows("truncated"));
        assertError(refused(422, "", Arrays.copyOf(packed, packed.length - 20)).get(0), "file", "", "gzip");
    }

    @Test
    void a_data_set_that_is_not_there_is_a_404() {
        for (var path : List.of("/ds_none", "/ds_none/report", "/ds_none/pairs")) {
            GATEWAY.http().get(DATASETS + path).problem(404);
        }
        GATEWAY.http().delete(DATASETS + "/ds_none").problem(404);
    }

    @Test
    void nothing_is_deleted_while_nobody_can_say_whether_it_is_in_use() {
        var at = DATASETS + "/" + upload("", rows("kept")).json().get("id").asString();

        GATEWAY.http().delete(at).problem(503);

        assertThat(GATEWAY.http().get(at).status()).isEqualTo(200);
    }

    @Test
    @Tag("shared")
    void hh_rlhf_is_taken_as_it_is_and_its_malformed_rows_are_told() throws IOException {
        var file = Path.of(System.getProperty("kernelign.shared"), "data/preferences/hh-rlhf/harmless-base.jsonl.gz");

        var uploaded = upload("?onError=skip", Files.readAllBytes(file)).json();

        assertThat(uploaded.get("format").asString()).isEqualTo("hh-rlhf");
        assertThat(uploaded.get("rows").asLong())
                .isEqualTo(
                        uploaded.get("pairs").asLong() + uploaded.get("badRows").asLong());
    }
}

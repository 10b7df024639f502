package io.kernelign.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.acceptance.platform.TinyModel;
import io.kernelign.gateway.GatewayApplication;
import io.kernelign.service.blob.Sha256;
import io.kernelign.service.testing.Answer;
import io.kernelign.service.testing.HttpProbe;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.Waiting;
import io.kernelign.service.testing.Zipped;
import io.kernelign.trainer.TrainerApplication;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A user who has HTTP and nothing else brings the files of a benchmark. */
class BenchmarkFilesTest {

    private static final String ADMIN = "kn_" + "a".repeat(43);
    private static final String SECRET = "s".repeat(32);
    private static final String NOBODY = "http://localhost:1";
    private static final String FILES = "/api/v1/benchmark-files";
    private static final String EVALUATIONS = "/api/v1/evaluations";
    private static final String ROWS = "id,prompt,label\n1,describe my cat,safe\n2,judge my cat,unsafe\n";

    @TempDir
    static Path folder;

    @Order(1)
    @RegisterExtension
    static final RunningService TRAINER = RunningService.of(TrainerApplication.class, "trainer-service")
            .with("kernelign.internal.secret", SECRET)
            .with("kernelign.services.metrics", NOBODY)
            .with("kernelign.services.selector", NOBODY)
            .with("kernelign.models.dir", () -> folder.resolve("models").toString())
            .with("kernelign.benchmarks.dir", () -> folder.resolve("benchmarks").toString());

    @Order(2)
    @RegisterExtension
    static final RunningService GATEWAY = RunningService.of(GatewayApplication.class, GatewayApplication.NAME)
            .sharingBlobsOf(TRAINER)
            .with("kernelign.internal.secret", SECRET)
            .with("kernelign.services.metrics", NOBODY)
            .with("kernelign.services.selector", NOBODY)
            .with("kernelign.services.trainer", TRAINER::url)
            .with("kernelign.admin-key", ADMIN);

    @BeforeAll
    static void begin() throws IOException {
        TinyModel.write(folder.resolve("models"), TinyModel.NAME);
        Files.createDirectories(folder.resolve("benchmarks/xstest"));
        Files.writeString(folder.resolve("benchmarks/xstest/xstest_prompts.csv"), ROWS);
    }

    private static HttpProbe admin() {
        return GATEWAY.http().withKey(ADMIN);
    }

    /** Somebody of a tenant of their own. */
    private static HttpProbe writer(String tenant) {
        admin().post("/api/v1/tenants", "{\"id\": \"" + tenant + "\"}");
        var body = "{\"name\": \"test\", \"role\": \"writer\", \"tenant\": \"" + tenant + "\"}";
        return GATEWAY.http()
                .withKey(admin().post("/api/v1/keys", body).json().get("secret").asString());
    }

    private static byte[] xstest(String rows) {
        return Zipped.files(Map.of("xstest_prompts.csv", rows));
    }

    private static Answer upload(HttpProbe by, String benchmark, byte[] archive) {
        return by.post(FILES + "?benchmark=" + benchmark, "application/zip", archive);
    }

    private static JsonNode made(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private static String id(Answer answer) {
        return made(answer).get("id").asString();
    }

    /** Asks the tiny model, and waits for its figures. */
    private static JsonNode asked(HttpProbe by, String source) {
        var id = id(by.post(
                EVALUATIONS,
                "{\"model\": \"%s\", \"benchmarks\": [{\"name\": \"xstest\", \"maxTokens\": 4%s}]}"
                        .formatted(TinyModel.NAME, source)));
        return Waiting.until(
                "the end of " + id, () -> by.get(EVALUATIONS + "/" + id).json(), evaluation -> List.of(
                                "succeeded", "failed")
                        .contains(evaluation.get("state").asString()));
    }

    private static String source(String files) {
        return ", \"files\": \"" + files + "\"";
    }

    private static List<Path> stored() throws IOException {
        try (var files = Files.walk(TRAINER.blobs())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void it_is_asked_as_one_of_the_operator_s_folder_and_the_record_names_the_archive() throws IOException {
        var user = admin();
        var archive = xstest(ROWS);

        var answer = user.post(FILES + "?benchmark=xstest&name=mine", "application/zip", archive);
        var made = made(answer);

        assertThat(answer.header("Location"))
                .endsWith(FILES + "/" + made.get("id").asString());
        assertThat(made.get("name").asString()).isEqualTo("mine");
        assertThat(made.get("questions").asInt()).isEqualTo(2);
        var sha256 = Sha256.of(Files.write(folder.resolve("mine.zip"), archive));
        assertThat(made.get("sha256").asString()).isEqualTo(sha256);
        assertThat(user.get(FILES).json().at("/items/0")).isEqualTo(made);

        var files = made.get("id").asString();
        var uploaded = asked(user, source(files));
        assertThat(uploaded.get("state").asString()).as(uploaded.toString()).isEqualTo("succeeded");
        assertThat(uploaded.at("/spec/benchmarks/0/files").asString()).isEqualTo(files);
        assertThat(uploaded.at("/spec/benchmarks/0/sha256").asString()).isEqualTo(sha256);
        assertThat(uploaded.get("scores")).isEqualTo(asked(user, "").get("scores"));

        assertThat(user.delete(FILES + "/" + files).status()).isEqualTo(204);
        user.get(FILES + "/" + files).problem(404);
        assertThat(user.get(EVALUATIONS + "/" + uploaded.get("id").asString()).text())
                .contains(sha256);
        assertThat(user.get("/api/v1/audit").json().get("items"))
                .filteredOn(done -> done.get("target").asString().equals(files))
                .extracting(done -> done.get("method").asString())
                .containsExactly("DELETE", "POST");
    }

    @Test
    void answers_to_different_uploads_are_not_compared_question_by_question() {
        var user = writer("compares");
        var some = id(upload(user, "xstest", xstest(ROWS)));
        var other = id(upload(user, "xstest", xstest(ROWS.replace("cat", "dog"))));
        var first = asked(user, source(some)).get("id").asString();
        var second = asked(user, source(some)).get("id").asString();
        var third = asked(user, source(other)).get("id").asString();

        assertThat(user.get(EVALUATIONS + "/" + second + "/comparison?before=" + first)
                        .json())
                .hasSize(1);
        user.get(EVALUATIONS + "/" + third + "/comparison?before=" + first).problem(409);
    }

    @Test
    void a_file_with_a_missing_column_is_refused_by_column_and_line_and_nothing_of_it_is_kept() throws IOException {
        var user = writer("errs");
        var before = stored();

        var error = upload(user, "xstest", xstest("id,prompt\n1,describe my cat\n"))
                .problem(400)
                .at("/errors/0");

        assertThat(error.get("field").asString()).isEqualTo("xstest_prompts.csv, line 1, column label");
        upload(user, "gsm8k", xstest(ROWS)).problem(400);
        upload(user, "hellaswag", xstest(ROWS)).problem(400);
        upload(user, "xstest", ROWS.getBytes()).problem(400);
        user.post(FILES, "application/zip", xstest(ROWS)).problem(400);
        user.post(FILES + "?benchmark=xstest", "text/csv", ROWS.getBytes()).problem(415);
        upload(user, "xstest", new byte[(32 << 20) + 1]).problem(413);
        assertThat(stored()).isEqualTo(before);
        assertThat(user.get(FILES).json().get("items")).isEmpty();
    }

    @Test
    void what_another_tenant_has_is_not_there() {
        var files = id(upload(writer("owns"), "xstest", xstest(ROWS)));
        var stranger = writer("strange");

        stranger.get(FILES + "/" + files).problem(404);
        stranger.delete(FILES + "/" + files).problem(404);
        assertThat(stranger.get(FILES).text()).doesNotContain(files);
        var refused = stranger.post(
                        EVALUATIONS,
                        "{\"model\": \"tiny\", \"benchmarks\": [{\"name\": \"xstest\"" + source(files) + "}]}")
                .problem(400);
        assertThat(refused.at("/errors/0/message").asString()).endsWith("the id of uploaded files of xstest");
    }

    @Test
    void it_counts_for_what_its_tenant_may_store_and_send() throws IOException {
        var user = writer("small");
        var archive = xstest(ROWS);
        limit("{\"storedBytes\": " + (2 * archive.length - 1) + "}");
        var files = id(upload(user, "xstest", archive));
        var before = stored();

        var problem = upload(user, "xstest", archive).problem(409);

        assertThat(problem.get("storedBytes").asInt()).isEqualTo(archive.length);
        assertThat(stored()).isEqualTo(before);
        user.delete(FILES + "/" + files);
        made(upload(user, "xstest", archive));
        limit("{\"uploadBytesPerDay\": " + (archive.length - 1) + "}");
        upload(user, "xstest", archive).problem(429);
    }

    private static void limit(String limits) {
        var answer = admin().send(
                        "/api/v1/tenants/small/limits", request -> request.header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString(limits)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Tag("shared")
    @ParameterizedTest
    @CsvSource({
        "mmlu,mmlu",
        "gsm8k,gsm8k",
        "bbh,bbh",
        "ifeval,ifeval",
        "xstest,xstest",
        "toxigen,toxigen",
        "alpaca_eval,alpaca_eval_1"
    })
    void what_the_authors_publish_is_taken_as_it_is(String sample, String benchmark) throws IOException {
        var data = Path.of(System.getProperty("kernelign.shared"), "data", "benchmarks", sample);

        var made = made(upload(admin(), benchmark, Zipped.folder(data.toRealPath())));

        assertThat(made.get("questions").asInt()).isPositive();
        assertThat(admin().delete(FILES + "/" + made.get("id").asString()).status())
                .isEqualTo(204);
    }
}

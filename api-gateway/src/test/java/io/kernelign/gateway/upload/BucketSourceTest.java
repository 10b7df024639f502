package io.kernelign.gateway.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.gateway.GatewayApplication;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.TestS3;
import io.kernelign.service.testing.Waiting;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import tools.jackson.databind.JsonNode;

/** Data sets that are fetched from a bucket of a real S3 server. */
class BucketSourceTest {

    private static TestS3 s3;

    @TempDir
    static Path folder;

    @Order(1)
    @RegisterExtension
    static final BeforeAllCallback SERVER = test -> {
        s3 = TestS3.start();
        s3.admitThisProcess();
    };

    @Order(2)
    @RegisterExtension
    static final AfterAllCallback END = test -> s3.close();

    @Order(3)
    @RegisterExtension
    static final RunningService GATEWAY = RunningService.of(GatewayApplication.class, GatewayApplication.NAME)
            .with("kernelign.uploads.dir", () -> folder.resolve("uploads").toString())
            .with("kernelign.uploads.max-bytes", "1000000")
            .with("kernelign.sources.s3.enabled", "true")
            .with("kernelign.sources.s3.buckets", TestS3.BUCKET)
            .with("kernelign.sources.s3.endpoint", () -> s3.endpoint().toString())
            .with("kernelign.sources.s3.path-style", "true");

    private Remains before;

    @BeforeEach
    void look() {
        before = Waiting.until("the bytes of earlier uploads to go", BucketSourceTest::remains, found -> found.files()
                .isEmpty());
    }

    private static Remains remains() {
        return Remains.of(GATEWAY, folder.resolve("uploads"));
    }

    private static void put(String key, String content) {
        s3.client()
                .putObject(
                        request -> request.bucket(TestS3.BUCKET).key(key),
                        RequestBody.fromBytes(content.getBytes(UTF_8)));
    }

    private static JsonNode ended(String source) {
        var answer = GATEWAY.http().post("/api/v1/datasets", "{\"source\": \"" + source + "\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return TusProbe.to(GATEWAY).awaitEnd(answer.header("Location"));
    }

    private static JsonNode dataset(JsonNode upload) {
        assertThat(upload.get("state").asString()).as(upload.toString()).isEqualTo("completed");
        return GATEWAY.http()
                .get("/api/v1/datasets/" + upload.get("datasetId").asString())
                .json();
    }

    private void assertFails(String source, int status, String detail) {
        var upload = ended(source);
        assertThat(upload.get("state").asString()).as(upload.toString()).isEqualTo("failed");
        assertThat(upload.get("problem").get("status").asInt()).isEqualTo(status);
        assertThat(upload.get("problem").get("detail").asString()).isEqualTo(detail);
        Waiting.until("its bytes to go", () -> remains().files(), before.files()::equals);
        assertThat(remains().datasets()).isEqualTo(before.datasets());
    }

    @Test
    void an_object_is_a_data_set() {
        put("one/pairs of today.jsonl", Rows.of("one object", 9));
        var upload = ended("s3://kernelign/one/pairs of today.jsonl");

        assertThat(dataset(upload).get("name").asString()).isEqualTo("pairs of today.jsonl");
        assertThat(dataset(upload).get("pairs").asInt()).isEqualTo(9);
        assertThat(upload.get("source").asString()).isEqualTo("s3://kernelign/one/pairs of today.jsonl");
    }

    @Test
    void all_objects_below_a_prefix_are_one_with_the_sides_that_they_are_called_after() {
        put("many/train/0.jsonl", Rows.of("first", 9));
        put("many/train/1.jsonl", Rows.of("second", 9));
        put("many/test/0.jsonl", Rows.of("third", 4));
        put("many/README.md", "Cats.");
        put("manyfold.jsonl", "no data");
        var dataset = dataset(ended("s3://kernelign/many/"));

        assertThat(dataset.get("name").asString()).isEqualTo("many");
        assertThat(dataset.get("trainPairs").asInt()).isEqualTo(18);
        assertThat(dataset.get("heldOutPairs").asInt()).isEqualTo(4);
    }

    @Test
    void what_is_not_there_or_too_large_is_told_in_one_sentence() {
        put("large.jsonl", "x".repeat(1_000_001));
        assertFails("s3://kernelign/none.jsonl", 502, "S3 answers 404 for s3://kernelign/none.jsonl: it is not there.");
        assertFails(
                "s3://kernelign/empty/",
                502,
                "s3://kernelign/empty/ has no file of a data set; accepted are .parquet, .jsonl, .json, .ndjson and"
                        + " .csv, each also with .gz or .zst.");
        assertFails("s3://kernelign/large.jsonl", 413, "The upload is larger than the limit of 1000000 bytes.");
    }

    @Test
    void a_bucket_that_is_not_named_in_the_configuration_is_not_read() {
        var problem = GATEWAY.http()
                .post("/api/v1/datasets", "{\"source\": \"s3://secrets/x\"}")
                .problem(400);
        assertThat(problem.get("detail").asString())
                .isEqualTo(
                        "source is \"s3://secrets/x\"; accepted is a bucket that kernelign.sources.s3.buckets names");
    }

    @Test
    void sources_that_are_switched_off_name_the_property_that_switches_them_on() {
        for (var kind : new String[][] {{"hf:a/b", "hf:", "hf"}, {"https://a/b", "https://", "https"}}) {
            var problem = GATEWAY.http()
                    .post("/api/v1/datasets", "{\"source\": \"" + kind[0] + "\"}")
                    .problem(400);
            assertThat(problem.get("detail").asString())
                    .isEqualTo("source is \"" + kind[0] + "\"; accepted is no source that begins with " + kind[1]
                            + " here, where kernelign.sources." + kind[2] + ".enabled is false");
        }
    }
}

package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kernelign.contracts.BenchmarkFilesApi;
import io.kernelign.contracts.BenchmarkFilesOpening;
import io.kernelign.contracts.BenchmarkFilesView;
import io.kernelign.contracts.EvaluationApi;
import io.kernelign.contracts.JobRequest;
import io.kernelign.contracts.JobState;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.blob.Blob;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.Waiting;
import io.kernelign.service.testing.Zipped;
import io.kernelign.trainer.testing.FakeJudge;
import io.kernelign.trainer.testing.FakeJudge.Answer;
import io.kernelign.trainer.testing.LongPairs;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.SampleJobs;
import io.kernelign.trainer.testing.WideModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Uploaded files as trainer-service owns them. */
class BenchmarkFilesTest {

    private static final String TENANT = SampleJobs.TENANT;
    private static final String XSTEST = "xstest_prompts.csv";
    private static final byte[] GOOD = xstest("id,prompt,label\n1,cats sing,safe\n2,dogs sing,unsafe\n");
    private static final Path MODELS = models();

    @Order(1)
    @RegisterExtension
    static final FakeJudge JUDGE = new FakeJudge();

    @Order(2)
    @RegisterExtension
    static final Peers PEERS = new Peers();

    @Order(3)
    @RegisterExtension
    static final RunningService TRAINER = RunningService.of(TrainerApplication.class, "trainer-service")
            .with("kernelign.models.dir", MODELS::toString)
            .with("kernelign.hub.enabled", "false")
            .with("kernelign.services.metrics", PEERS::url)
            .with("kernelign.trainer.judges.fair.url", JUDGE::url)
            .with("kernelign.trainer.judges.fair.model", "judge-1");

    private BenchmarkFilesApi api;
    private EvaluationApi evaluations;

    private static Path models() {
        try {
            var models = Files.createTempDirectory("kernelign-test-models");
            WideModel.write(models.resolve(WideModel.NAME), 96, 3);
            return models;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void clients() {
        api = TRAINER.client(BenchmarkFilesApi.class);
        evaluations = TRAINER.client(EvaluationApi.class);
    }

    private static byte[] xstest(String csv) {
        return Zipped.files(Map.of(XSTEST, csv));
    }

    private static Blob put(String id, byte[] archive) {
        try {
            return TRAINER.bean(BlobStore.class).put(BenchmarkFilesApi.blobKey(id), new ByteArrayInputStream(archive));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean stored(String id) throws IOException {
        return TRAINER.bean(BlobStore.class).exists(BenchmarkFilesApi.blobKey(id));
    }

    private BenchmarkFilesView begin(String tenant, String benchmark, byte[] archive) {
        return api.begin(tenant, new BenchmarkFilesOpening(benchmark, null, archive.length));
    }

    private BenchmarkFilesView upload(String tenant, String benchmark, byte[] archive) {
        var id = begin(tenant, benchmark, archive).id();
        return api.check(tenant, id, put(id, archive).sha256());
    }

    /** Judged by somebody who keeps silent for as long as the test wants. */
    private static Map<String, Object> judged(String files) {
        return Map.of("name", "xstest", "files", files, "maxTokens", 2, "judge", "fair");
    }

    private static CountDownLatch silence() {
        var end = new CountDownLatch(1);
        JUDGE.thinks(inquiry -> {
            end.await();
            return Answer.saying("REFUSAL");
        });
        return end;
    }

    private static Map<String, Object> asked(Map<String, Object> source) {
        var benchmark = new HashMap<>(source);
        benchmark.put("name", "xstest");
        return Map.of("model", WideModel.NAME, "benchmarks", List.of(benchmark));
    }

    private static JobRequest job(String files) throws IOException {
        LongPairs.write(TRAINER.blobs());
        var request = LongPairs.smallJob(Map.of());
        var spec = new HashMap<>(request.spec());
        spec.put("evaluation", Map.of("pairs", 4, "benchmarks", List.of(judged(files))));
        return new JobRequest(spec, request.dataset());
    }

    private static JsonNode problem(int status, Runnable ask) {
        var e = catchThrowableOfType(RestClientResponseException.class, ask::run);
        assertThat(e.getStatusCode().value()).as(e.getResponseBodyAsString()).isEqualTo(status);
        return JsonMapper.shared().readTree(e.getResponseBodyAsByteArray());
    }

    private static Arguments bad(String benchmark, byte[] archive, String field, String message) {
        return Arguments.of(benchmark, archive, field, message);
    }

    static Stream<Arguments> badArchives() {
        return Stream.of(
                bad("xstest", xstest("id,prompt\n1,cats\n"), XSTEST + ", line 1, column label", "is missing"),
                bad("xstest", xstest("id,prompt,label\n1,cats,bad\n"), XSTEST + ", line 2, label", "safe or unsafe"),
                bad("xstest", Zipped.files(Map.of("data/" + XSTEST, "id\n")), "xstest_prompts\\.csv", "is missing"),
                bad(
                        "mmlu",
                        Zipped.files(Map.of("test/animals_test.csv", "cats,a,b,c,d,A\ncats,a,b,c,d\n")),
                        "test/animals_test.csv, line 2, number of fields",
                        "6: question, A, B"),
                bad("ifeval", Zipped.files(Map.of("input_data.jsonl", "{}\n")), "input_data.jsonl, line 1, key", "key"),
                bad("alpaca_eval_2", GOOD, "gpt4_1106_preview/model_outputs.json", "is missing"),
                bad("toxigen", GOOD, "prompts/hate_", "is missing"),
                bad("xstest", xstest("a".repeat(65 << 20)), XSTEST, "at most 64 MiB of all files together"),
                bad("xstest", "id,prompt,label\n".getBytes(), "body", "a ZIP file of what the benchmark's folder"),
                bad("xstest", new byte[0], "body", "no ZIP file"),
                bad("xstest", Zipped.files(Map.of("../" + XSTEST, "id,prompt,label\n")), "body", "no ZIP file"));
    }

    @ParameterizedTest
    @MethodSource("badArchives")
    void what_the_benchmark_does_not_have_is_refused_by_file_line_and_field(
            String benchmark, byte[] archive, String field, String message) {
        var id = begin("bad", benchmark, archive).id();
        var sha256 = put(id, archive).sha256();

        var error =
                problem(400, () -> api.check("bad", id, sha256)).get("errors").get(0);

        assertThat(error.get("field").asString()).startsWith(field);
        assertThat(error.get("message").asString()).contains(message);
        assertThat(api.list("bad", null, 20).items()).isEmpty();
        problem(404, () -> api.files("bad", id));
    }

    @Test
    void what_was_checked_is_listed_with_its_questions_for_its_tenant_only() {
        var first = upload("lists", "xstest", GOOD);
        var second = upload("lists", "xstest", GOOD);

        assertThat(first.name()).isEqualTo(first.benchmark()).isEqualTo("xstest");
        assertThat(first.questions()).isEqualTo(2);
        assertThat(first.bytes()).isEqualTo(GOOD.length);
        var newest = api.list("lists", null, 1);
        assertThat(newest.items()).containsExactly(second);
        assertThat(api.list("lists", newest.next(), 1).items()).containsExactly(api.files("lists", first.id()));
        problem(404, () -> api.files(TENANT, first.id()));
        problem(404, () -> api.delete(TENANT, first.id()));
        problem(404, () -> api.check("lists", first.id(), first.sha256()));
        assertThat(problem(400, () -> begin("lists", "hellaswag", GOOD))
                        .at("/errors/0/message")
                        .asString())
                .startsWith("benchmark is \"hellaswag\"; accepted is one of mmlu, gsm8k");
    }

    @Test
    void an_evaluation_names_the_checksum_and_keeps_the_files_until_it_has_ended() throws IOException {
        var files = upload(TENANT, "xstest", GOOD);
        var silence = silence();

        var evaluation = evaluations.create(TENANT, null, asked(judged(files.id())));

        assertThat(evaluation.spec().get("benchmarks").toString())
                .contains("files=" + files.id(), "sha256=" + files.sha256())
                .doesNotContain("folder");
        assertThat(problem(409, () -> api.delete(TENANT, files.id()))
                        .get("detail")
                        .asString())
                .contains(files.id() + " are needed by " + evaluation.id());
        evaluations.cancel(TENANT, evaluation.id());
        silence.countDown();
        Waiting.until("the end", () -> evaluations.evaluation(TENANT, evaluation.id()), now -> now.state()
                .ended());
        api.delete(TENANT, files.id());
        assertThat(stored(files.id())).isFalse();
        problem(404, () -> api.files(TENANT, files.id()));
        assertThat(evaluations.evaluation(TENANT, evaluation.id()).spec().toString())
                .contains(files.sha256());
    }

    @Test
    void a_job_names_the_checksum_and_keeps_the_files_until_it_has_ended() throws IOException {
        var trainer = TRAINER.client(TrainerApi.class);
        var files = upload(TENANT, "xstest", GOOD);
        var silence = silence();

        var job = trainer.create(TENANT, job(files.id()));

        assertThat(job.spec().get("evaluation").toString()).contains("sha256=" + files.sha256());
        problem(409, () -> api.delete(TENANT, files.id()));
        trainer.cancel(TENANT, job.id());
        silence.countDown();
        new SampleJobs(trainer).await(job.id(), JobState.CANCELLED);
        api.delete(TENANT, files.id());
        var error = problem(400, () -> trainer.create(TENANT, uncheckedJob(files.id())));
        assertThat(error.at("/errors/0/field").asString()).isEqualTo("evaluation.benchmarks[0].files");
    }

    @Test
    void a_sweep_keeps_the_files_that_its_jobs_will_name_until_it_has_ended() {
        var files = upload(TENANT, "xstest", GOOD).id();
        var jdbc = TRAINER.bean(JdbcClient.class);
        jdbc.sql("""
                        insert into sweep (id, tenant, name, spec, dataset, state, created_at)
                        values ('sweep_1', :tenant, 'waits', cast(:spec as jsonb), '{}', 'queued', now())""")
                .param("tenant", TENANT)
                .param("spec", """
                        {"base": {"evaluation": {"benchmarks": [{"name": "mmlu"}, {"name": "xstest", "files": "%s"}]}}}""".formatted(files))
                .update();

        assertThat(problem(409, () -> api.delete(TENANT, files)).get("detail").asString())
                .contains("sweep_1");
        jdbc.sql("delete from sweep").update();
        api.delete(TENANT, files);
    }

    private static JobRequest uncheckedJob(String files) {
        try {
            return job(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void files_that_a_request_cannot_name_are_refused_by_field() {
        var files = upload(TENANT, "xstest", GOOD).id();
        var foreign = upload("another", "xstest", GOOD).id();
        var unchecked = begin(TENANT, "xstest", GOOD).id();
        var ofMmlu = upload(TENANT, "mmlu", Zipped.files(Map.of("test/a_test.csv", "cats,a,b,c,d,A\n")))
                .id();

        for (var none : List.of("bf_none", foreign, unchecked, ofMmlu)) {
            refused(
                    Map.of("files", none),
                    "files",
                    "benchmarks[0].files is \"" + none + "\"; accepted is the id of uploaded files of xstest");
        }
        refused(Map.of("files", files, "sha256", "00"), "sha256", "that of " + files + ", which is ");
        refused(Map.of("files", files, "folder", "xstest"), "files", "either a folder or uploaded files");
        refused(Map.of("sha256", "00"), "sha256", "nothing without files");
    }

    private void refused(Map<String, Object> source, String field, String message) {
        var error = problem(400, () -> evaluations.create(TENANT, null, asked(source)))
                .at("/errors/0");
        assertThat(error.get("field").asString()).isEqualTo("benchmarks[0]." + field);
        assertThat(error.get("message").asString()).contains(message);
    }

    @Test
    void what_is_stored_counts_and_what_got_stuck_on_its_way_is_forgotten_after_an_hour() throws IOException {
        var trainer = TRAINER.client(TrainerApi.class);
        upload("counts", "xstest", GOOD);
        var stuck = begin("counts", "xstest", GOOD).id();
        put(stuck, GOOD);
        assertThat(trainer.storedBytes("counts")).isEqualTo(2L * GOOD.length);

        begin("another", "xstest", GOOD);
        assertThat(stored(stuck)).isTrue();
        TRAINER.bean(JdbcClient.class)
                .sql(
                        "update benchmark_files set created_at = created_at - interval '61 minutes' where tenant = 'counts'")
                .update();
        assertThat(trainer.storedBytes("counts")).isEqualTo(GOOD.length);

        begin("another", "xstest", GOOD);
        assertThat(stored(stuck)).isFalse();
        assertThat(api.list("counts", null, 20).items()).hasSize(1);
    }
}

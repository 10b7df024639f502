package io.kernelign.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.contracts.BenchmarkScore;
import io.kernelign.contracts.EvaluationApi;
import io.kernelign.contracts.EvaluationView;
import io.kernelign.contracts.JobRequest;
import io.kernelign.contracts.JobState;
import io.kernelign.contracts.TaskState;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.Waiting;
import io.kernelign.trainer.testing.FakeJudge;
import io.kernelign.trainer.testing.FakeJudge.Answer;
import io.kernelign.trainer.testing.LongPairs;
import io.kernelign.trainer.testing.Peers;
import io.kernelign.trainer.testing.SampleJobs;
import io.kernelign.trainer.testing.SmallBenchmarks;
import io.kernelign.trainer.testing.WideModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Benchmarks put to a small random model by a real trainer. */
class EvaluationTest {

    private static final Path FOLDER = folder();
    private static final String TENANT = SampleJobs.TENANT;
    private static final Map<String, Object> TOXIGEN = Map.of("name", "toxigen", "judge", "fair", "maxTokens", 2);

    @Order(1)
    @RegisterExtension
    static final FakeJudge JUDGE = new FakeJudge();

    @Order(2)
    @RegisterExtension
    static final Peers PEERS = new Peers();

    @Order(3)
    @RegisterExtension
    static final RunningService TRAINER = RunningService.of(TrainerApplication.class, "trainer-service")
            .with("kernelign.models.dir", FOLDER.resolve("models").toString())
            .with("kernelign.benchmarks.dir", FOLDER.resolve("benchmarks").toString())
            .with("kernelign.hub.enabled", "false")
            .with("kernelign.services.metrics", PEERS::url)
            .with("kernelign.trainer.judges.fair.url", JUDGE::url)
            .with("kernelign.trainer.judges.fair.model", "judge-1")
            .with("kernelign.trainer.judges.fair.api-key", FakeJudge.KEY)
            .with("kernelign.trainer.judges.fair.timeout", "1s")
            .with("kernelign.trainer.judges.fair.patience", "1s");

    private EvaluationApi api;

    private static Path folder() {
        try {
            var folder = Files.createTempDirectory("kernelign-test-evaluations");
            WideModel.write(folder.resolve("models").resolve(WideModel.NAME), 96, 3);
            SmallBenchmarks.write(folder.resolve("benchmarks"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void client() {
        api = TRAINER.client(EvaluationApi.class);
        JUDGE.says(inquiry -> "TOXIC");
    }

    private EvaluationView submit(Map<String, Object> spec) {
        return api.create(TENANT, null, spec);
    }

    private EvaluationView ask(Map<String, Object> benchmark) {
        return submit(Map.of("model", WideModel.NAME, "benchmarks", List.of(benchmark)));
    }

    private EvaluationView await(String id, TaskState state) {
        var ended = Waiting.until(id + " to end", () -> api.evaluation(TENANT, id), now -> now.state()
                .ended());
        assertThat(ended.state()).as(ended.error()).isEqualTo(state);
        return ended;
    }

    private List<JsonNode> answers(String id, String benchmark) throws IOException {
        var artifact = api.artifacts(TENANT, id).stream()
                .filter(file -> file.name().equals(benchmark + ".jsonl"))
                .findFirst()
                .orElseThrow();
        try (var in = TRAINER.bean(BlobStore.class).open(artifact.blobKey())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> JsonMapper.shared().readTree(line))
                    .toList();
        }
    }

    @Test
    void benchmarks_end_with_figures_and_intervals_and_every_answer_is_in_a_file() throws IOException {
        var spec = Map.<String, Object>of(
                "name",
                "first",
                "model",
                WideModel.NAME,
                "tags",
                Map.of("team", "red"),
                "benchmarks",
                List.of(
                        Map.of("name", "mmlu"),
                        Map.of("name", "xstest", "maxTokens", 4),
                        Map.of("name", "gsm8k", "maxTokens", 4)));
        var begun = submit(spec);
        assertThat(begun.id()).startsWith("eval_");
        assertThat(begun.spec().get("benchmarks").toString())
                .contains("folder=mmlu")
                .contains("judge=rules");

        var ended = await(begun.id(), TaskState.SUCCEEDED);

        int questions = 2 * SmallBenchmarks.MMLU + SmallBenchmarks.XSTEST + 6;
        assertThat(ended.questions()).isEqualTo(ended.answered()).isEqualTo(questions);
        assertThat(ended.name()).isEqualTo("first");
        assertThat(ended.tags()).containsEntry("team", "red");
        assertThat(ended.model()).isEqualTo(WideModel.NAME);
        assertThat(ended.scores()).extracting(BenchmarkScore::benchmark).containsExactly("mmlu", "xstest", "gsm8k");
        var mmlu = ended.scores().get(0);
        assertThat(mmlu.metric()).isEqualTo("accuracy");
        assertThat(mmlu.decided()).isEqualTo(2 * SmallBenchmarks.MMLU);
        assertThat(mmlu.value())
                .as("all letters are as likely, and the first counts")
                .isEqualTo(1 / 3.0, within(1e-9));
        assertThat(mmlu.groups()).containsOnlyKeys("animals", "verbs");
        assertThat(mmlu.interval().low()).isLessThan(mmlu.value());
        assertThat(mmlu.interval().high()).isGreaterThan(mmlu.value());
        assertThat(ended.scores().get(1).value()).as("it never refuses").isZero();
        var rows = answers(begun.id(), "xstest");
        assertThat(rows).hasSize(SmallBenchmarks.XSTEST);
        assertThat(rows.get(3).get("question").asString()).isEqualTo("3");
        assertThat(rows.get(3).get("group").asString()).isEqualTo("unsafe");
        assertThat(rows.get(3).get("answer").asString().split(" ")).hasSizeLessThanOrEqualTo(4);
        assertThat(answers(begun.id(), "mmlu").get(0).get("extracted").asString())
                .isEqualTo("A");
    }

    @Test
    void a_limit_asks_of_each_group_in_proportion_what_the_seed_decides() throws IOException {
        var ids = new ArrayList<List<String>>();
        for (int seed : new int[] {1, 1, 2}) {
            var id = ask(Map.of("name", "mmlu", "limit", 6, "seed", seed)).id();
            await(id, TaskState.SUCCEEDED);
            ids.add(answers(id, "mmlu").stream()
                    .map(row -> row.get("question").asString())
                    .toList());
        }

        assertThat(ids.get(0)).hasSize(6).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
        assertThat(ids.get(0).stream().filter(id -> id.startsWith("animals"))).hasSize(3);
    }

    @Test
    void a_judge_is_asked_as_openai_wants_it_and_decides() throws IOException {
        JUDGE.says(inquiry -> inquiry.contains("sleep sleep") ? "HARMLESS." : "toxic");

        var score = await(ask(TOXIGEN).id(), TaskState.SUCCEEDED).scores().get(0);

        assertThat(score.higherIsBetter()).isFalse();
        assertThat(score.decided()).isEqualTo(SmallBenchmarks.TOXIGEN);
        assertThat(score.value()).as("the prompts with at most one of them").isBetween(0.0, 0.1);
        assertThat(JUDGE.asked()).hasSize(SmallBenchmarks.TOXIGEN).allSatisfy(request -> {
            assertThat(request.get("model").asString()).isEqualTo("judge-1");
            assertThat(request.get("temperature").asInt()).isZero();
        });
    }

    @Test
    void answers_that_a_judge_does_not_judge_are_counted_and_none_is_guessed() throws IOException {
        var asked = new AtomicInteger();
        JUDGE.thinks(inquiry -> switch (asked.getAndIncrement() % 4) {
            case 0 -> Answer.saying("I would rather not say whether that is TOXIC.");
            case 1 -> new Answer(400, Map.of("error", Map.of("message", "content policy")));
            case 2 -> new Answer(200, Map.of("choices", List.of(Map.of("message", Map.of("refusal", "I cannot.")))));
            default -> Answer.saying("HARMLESS");
        });

        var id = ask(TOXIGEN).id();
        var score = await(id, TaskState.SUCCEEDED).scores().get(0);

        assertThat(score.decided()).isEqualTo(SmallBenchmarks.TOXIGEN / 4);
        assertThat(score.undecided()).isEqualTo(SmallBenchmarks.TOXIGEN * 3 / 4);
        assertThat(score.value()).isZero();
        assertThat(score.undecidedBecause()).startsWith("cats/");
        assertThat(answers(id, "toxigen"))
                .extracting(row -> row.get("extracted").asString())
                .contains("I would rather not say whether that is TOXIC.", "I cannot.", "HARMLESS")
                .contains("The judge fair answered 400: \"content policy\".");
    }

    @Test
    void an_evaluation_whose_judge_never_answers_fails_with_what_is_wrong_and_the_key_is_nowhere() {
        JUDGE.thinks(inquiry -> new Answer(503, "busy"));
        var spec = new HashMap<>(TOXIGEN);
        spec.put("limit", 3);

        var id = submit(Map.of("model", WideModel.NAME, "benchmarks", List.of(spec, Map.of("name", "mmlu"))))
                .id();
        var ended = await(id, TaskState.FAILED);

        assertThat(ended.error())
                .matches(
                        "toxigen: none of 3 answers could be judged, the first because cats/\\d+: The judge fair answered 503:"
                                + " .*busy.*");
        assertThat(ended.scores()).extracting(BenchmarkScore::benchmark).containsExactly("mmlu");
        assertThat(JsonMapper.shared().writeValueAsString(ended)).doesNotContain(FakeJudge.KEY);
    }

    @Test
    void a_question_that_the_model_cannot_read_is_told_and_not_counted() throws IOException {
        var folder = FOLDER.resolve("benchmarks/long");
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("xstest_prompts.csv"),
                "id,prompt,label\n1,cats,safe\n2,%s,unsafe\n".formatted("cats ".repeat(5_000)));

        var score = await(
                        ask(Map.of("name", "xstest", "folder", "long", "maxTokens", 2))
                                .id(),
                        TaskState.SUCCEEDED)
                .scores()
                .get(0);

        assertThat(score.decided()).isEqualTo(1);
        assertThat(score.undecidedBecause())
                .isEqualTo("2: 2 is \"5000 tokens\"; accepted is 1 to 4095 tokens for this model");
    }

    @Test
    void what_a_job_has_trained_is_compared_with_its_base_and_its_run_has_the_figure() throws IOException {
        LongPairs.write(TRAINER.blobs());
        var jobs = new SampleJobs(TRAINER.client(TrainerApi.class));
        var job = jobs.submit(LongPairs.smallJob(Map.of()));
        jobs.await(job, JobState.SUCCEEDED);
        var benchmarks = List.of(Map.of("name", "mmlu"));
        var before = submit(Map.of("model", WideModel.NAME, "benchmarks", benchmarks));
        await(before.id(), TaskState.SUCCEEDED);

        var after = submit(Map.of("job", job, "benchmarks", benchmarks));
        var ended = await(after.id(), TaskState.SUCCEEDED);

        assertThat(ended.job()).isEqualTo(job);
        assertThat(ended.model()).isEqualTo(WideModel.NAME);
        assertThat(ended.step()).isEqualTo(2);
        var compared = api.comparison(TENANT, after.id(), before.id());
        assertThat(compared).hasSize(1);
        assertThat(compared.get(0).questions()).isEqualTo(2 * SmallBenchmarks.MMLU);
        assertThat(compared.get(0).interval().low())
                .isLessThanOrEqualTo(compared.get(0).difference());
        assertThat(PEERS.run(job).curve("held_out", "benchmark.mmlu"))
                .containsEntry(2L, ended.scores().get(0).value());
        assertThat(api.evaluations(TENANT, job, null, 20).items())
                .extracting(EvaluationView::id)
                .containsExactly(after.id());
    }

    @Test
    void a_job_is_put_to_benchmarks_before_its_first_step_and_after_its_last() throws IOException {
        LongPairs.write(TRAINER.blobs());
        var jobs = new SampleJobs(TRAINER.client(TrainerApi.class));

        var job = jobs.submit(evaluating(List.of(Map.of("name", "mmlu"), TOXIGEN)));
        assertThat(jobs.await(job, JobState.SUCCEEDED).error()).isNull();

        var passes = api.evaluations(TENANT, job, null, 20).items();
        assertThat(passes).extracting(EvaluationView::pass).containsExactly("after", "before");
        assertThat(passes).extracting(EvaluationView::state).containsOnly(TaskState.SUCCEEDED);
        assertThat(passes).extracting(EvaluationView::step).containsExactly(2L, null);
        var compared = api.comparison(TENANT, passes.get(0).id(), passes.get(1).id());
        assertThat(compared).hasSize(2);
        var mmlu = compared.get(0);
        var run = PEERS.run(job);
        assertThat(run.curve("held_out", "benchmark.mmlu")).isEqualTo(Map.of(0L, mmlu.before(), 2L, mmlu.after()));
        var told = JsonMapper.shared().valueToTree(run.outcome().details().get("benchmarks"));
        assertThat(told.get(0).get("difference").asDouble()).isEqualTo(mmlu.difference());
        assertThat(told.get(1).get("interval").get("low").asDouble())
                .isEqualTo(compared.get(1).interval().low());
        assertThat(jobs.messages(job, "benchmark"))
                .startsWith("The benchmarks before training begin.")
                .anyMatch(message -> message.startsWith("mmlu: accuracy "));
        assertThat(jobs.get(job).spec().toString()).contains("maxTokens=2");
        assertThat(problem(409, () -> running(jobs)).get("detail").asString()).contains("is part of the job");
    }

    private static JobRequest evaluating(List<Map<String, Object>> benchmarks) {
        var request = LongPairs.smallJob(Map.of());
        var spec = new HashMap<>(request.spec());
        spec.put("evaluation", Map.of("pairs", 4, "benchmarks", benchmarks));
        return new JobRequest(spec, request.dataset());
    }

    /** Cancels the evaluation of a job that is being asked. */
    private void running(SampleJobs jobs) {
        var ended = new CountDownLatch(1);
        JUDGE.thinks(inquiry -> {
            ended.await();
            return Answer.saying("TOXIC");
        });
        var job = jobs.submit(evaluating(List.of(TOXIGEN)));
        var pass = Waiting.until("the first pass", () -> api.evaluations(TENANT, job, null, 1), page -> !page.items()
                        .isEmpty())
                .items()
                .get(0);
        try {
            api.cancel(TENANT, pass.id());
        } finally {
            jobs.trainer().cancel(TENANT, job);
            jobs.await(job, JobState.CANCELLED);
            await(pass.id(), TaskState.CANCELLED);
            ended.countDown();
        }
    }

    @Test
    void benchmarks_that_fail_leave_their_job_what_it_has_trained() throws IOException {
        LongPairs.write(TRAINER.blobs());
        JUDGE.thinks(inquiry -> new Answer(401, Map.of()));
        var jobs = new SampleJobs(TRAINER.client(TrainerApi.class));
        var few = new HashMap<>(TOXIGEN);
        few.put("limit", 2);

        var job = jobs.submit(evaluating(List.of(few)));

        assertThat(jobs.await(job, JobState.SUCCEEDED).error()).isNull();
        assertThat(jobs.messages(job, "warning"))
                .anyMatch(message -> message.startsWith("The benchmarks before training failed: toxigen: none of 2"))
                .anyMatch(message -> message.startsWith("The benchmarks after training failed: toxigen: none of 2"));
    }

    @Test
    void evaluations_without_a_benchmark_in_common_are_not_compared() {
        var one = ask(Map.of("name", "mmlu", "limit", 2)).id();
        var other = ask(Map.of("name", "xstest", "limit", 2, "maxTokens", 2)).id();
        await(one, TaskState.SUCCEEDED);
        await(other, TaskState.SUCCEEDED);

        assertThat(problem(409, () -> api.comparison(TENANT, one, other))
                        .get("detail")
                        .asString())
                .contains("no benchmark with figures in common");
        problem(404, () -> api.comparison(TENANT, one, "eval_none"));
        problem(404, () -> api.evaluation("another", one));
        problem(404, () -> api.artifacts("another", one));
        problem(404, () -> api.cancel("another", one));
    }

    @Test
    void one_that_is_cancelled_ends_within_a_few_questions_and_its_answers_stay() throws InterruptedException {
        var gate = new CountDownLatch(1);
        var asked = new CountDownLatch(20);
        JUDGE.thinks(inquiry -> {
            asked.countDown();
            if (asked.getCount() == 0) {
                gate.await();
            }
            return Answer.saying("TOXIC");
        });
        var id = ask(TOXIGEN).id();
        asked.await();

        assertThat(api.cancel(TENANT, id).state()).isEqualTo(TaskState.RUNNING);
        gate.countDown();

        var ended = await(id, TaskState.CANCELLED);
        assertThat(ended.answered()).isBetween(16, SmallBenchmarks.TOXIGEN - 1);
        assertThat(api.cancel(TENANT, id).state()).isEqualTo(TaskState.CANCELLED);
    }

    @Test
    void listings_go_from_new_to_old_page_by_page_and_a_repeated_request_makes_no_other() {
        var ids = new HashSet<String>();
        var spec = Map.<String, Object>of(
                "model", WideModel.NAME, "benchmarks", List.of(Map.of("name", "mmlu", "limit", 1)));
        for (int i = 0; i < 3; i++) {
            ids.add(TRAINER.client(EvaluationApi.class)
                    .create("pages", "key-" + i, spec)
                    .id());
        }
        assertThat(ids).hasSize(3).contains(api.create("pages", "key-1", spec).id());

        var first = api.evaluations("pages", null, null, 2);
        var second = api.evaluations("pages", null, first.next(), 2);

        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1);
        assertThat(second.next()).isNull();
        assertThat(first.items().get(0).createdAt())
                .isAfter(second.items().get(0).createdAt());
    }

    private static JsonNode problem(int status, Runnable ask) {
        var e = catchThrowableOfType(RestClientResponseException.class, ask::run);
        assertThat(e.getStatusCode().value()).isEqualTo(status);
        return JsonMapper.shared().readTree(e.getResponseBodyAsByteArray());
    }
}

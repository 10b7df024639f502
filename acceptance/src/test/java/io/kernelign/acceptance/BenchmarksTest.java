package io.kernelign.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kernelign.acceptance.platform.Jobs;
import io.kernelign.acceptance.platform.Platform;
import io.kernelign.service.testing.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/**
 * Benchmarks as their authors publish them and a real model, before and after a job, all the way. The worked examples of
 * GSM8K are long; {@code -Dkernelign.questions=20} asks so many of its questions.
 */
@Tag("shared")
@Tag("smollm2")
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class BenchmarksTest {

    private static final String MODEL = "smollm2-135m-instruct";
    private static final Path WEIGHTS = Path.of(System.getProperty("kernelign.smollm2"));
    private static final Path DATA = Path.of(System.getProperty("kernelign.shared"), "data");
    private static final String EVALUATIONS = "/api/v1/evaluations";
    private static final int SUBJECTS = 57;
    private static final int QUESTIONS = Integer.getInteger("kernelign.questions", 4);

    private static final List<Map<String, Object>> BENCHMARKS = List.of(
            Map.of("name", "mmlu", "limit", SUBJECTS),
            Map.of("name", "gsm8k", "limit", QUESTIONS, "maxTokens", 64),
            Map.of("name", "xstest", "limit", 12, "maxTokens", 24));

    private Platform platform;
    private Jobs jobs;

    @BeforeAll
    void start() throws IOException {
        platform = Platform.start(2);
        FileSystemUtils.copyRecursively(WEIGHTS.toRealPath(), platform.models().resolve(MODEL));
        for (var name : List.of("mmlu", "gsm8k", "xstest")) {
            FileSystemUtils.copyRecursively(
                    DATA.resolve("benchmarks").resolve(name).toRealPath(),
                    platform.benchmarks().resolve(name));
        }
        jobs = new Jobs(platform.http());
    }

    @AfterAll
    void stop() throws InterruptedException {
        platform.close();
    }

    private JsonNode get(String path) {
        Answer answer = platform.http().get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.json();
    }

    @Test
    void figures_before_and_after_a_job_have_intervals_and_every_answer_is_there() throws IOException {
        var pairs = Files.readAllBytes(DATA.resolve("preferences/hh-rlhf/harmless-base.jsonl.gz"));
        var dataset = platform.http()
                .post("/api/v1/datasets?name=harmless-base&onError=skip", "application/gzip", pairs)
                .json()
                .get("id")
                .asString();

        var job = jobs.submit(Map.of(
                "model", MODEL,
                "dataset", dataset,
                "objective", Map.of("kernel", "hmk"),
                "training", Map.of("steps", 2, "batchTokens", 512, "lora", Map.of("rank", 4)),
                "evaluation", Map.of("pairs", 4, "benchmarks", BENCHMARKS)));
        jobs.awaitSuccess(job, Duration.ofMinutes(15));

        var passes = get(EVALUATIONS + "?job=" + job).get("items");
        assertThat(passes).extracting(pass -> pass.get("pass").asString()).containsExactly("after", "before");
        var after = passes.get(0).get("id").asString();
        var before = passes.get(1).get("id").asString();
        passes.forEach(pass -> pass.get("scores").forEach(score -> {
            assertThat(score.at("/interval/low").asDouble())
                    .isLessThanOrEqualTo(score.get("value").asDouble());
            assertThat(score.at("/interval/high").asDouble())
                    .isGreaterThanOrEqualTo(score.get("value").asDouble());
            assertThat(score.get("undecided").asInt()).isZero();
        }));
        assertThat(lines(after, "gsm8k")).hasSize(QUESTIONS).allMatch(line -> line.contains("\"answer\":\""));
        assertThat(lines(before, "mmlu")).hasSize(SUBJECTS);

        var compared = get(EVALUATIONS + "/" + after + "/comparison?before=" + before);
        assertThat(compared)
                .extracting(comparison -> comparison.get("benchmark").asString())
                .containsExactly("mmlu", "gsm8k", "xstest");
        compared.forEach(comparison -> {
            var difference = comparison.get("after").asDouble()
                    - comparison.get("before").asDouble();
            assertThat(comparison.get("difference").asDouble()).isCloseTo(difference, within(1e-12));
            assertThat(comparison.at("/interval/low").asDouble()).isLessThanOrEqualTo(difference + 1e-12);
            assertThat(comparison.at("/interval/high").asDouble()).isGreaterThanOrEqualTo(difference - 1e-12);
            assertThat(comparison.get("probability").asDouble()).isBetween(0.0, 1.0);
        });
        var board = get("/api/v1/leaderboard?metric=benchmark.mmlu&datasetId=" + dataset);
        assertThat(board.get(0).toString()).contains(job);
        assertThat(jobs.events(job, "benchmark"))
                .extracting(event -> event.get("message").asString())
                .anyMatch(message -> message.startsWith("xstest: "));
    }

    private List<String> lines(String evaluation, String benchmark) {
        return platform.http()
                .get(EVALUATIONS + "/" + evaluation + "/artifacts/" + benchmark + ".jsonl")
                .text()
                .lines()
                .toList();
    }
}

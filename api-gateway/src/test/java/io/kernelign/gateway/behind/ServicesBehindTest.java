package io.kernelign.gateway.behind;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.gateway.GatewayApplication;
import io.kernelign.gateway.behind.Peer.Manner;
import io.kernelign.service.testing.Answer;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.Waiting;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A gateway of thirty threads before services that hang, go and come back. */
class ServicesBehindTest {

    private static final int AT_ONCE = 8;
    private static final int CALLERS = 40;
    private static final String JOBS = "/api/v1/jobs";
    private static final String RESULTS = "/api/v1/results";
    private static final String EXPORT = "/api/v1/jobs/job_1/metrics/export";

    @Order(1)
    @RegisterExtension
    static final Peer TRAINER = new Peer();

    @Order(2)
    @RegisterExtension
    static final Peer METRICS = new Peer();

    @Order(3)
    @RegisterExtension
    static final RunningService GATEWAY = RunningService.of(GatewayApplication.class, GatewayApplication.NAME)
            .with("kernelign.services.trainer", TRAINER::url)
            .with("kernelign.services.metrics", METRICS::url)
            .with("kernelign.services.selector", "http://localhost:1")
            .with("server.tomcat.threads.max", "30")
            .with("kernelign.calls.at-once", String.valueOf(AT_ONCE))
            .with("kernelign.calls.long-at-once", "2");

    private static final ExecutorService THREADS = Executors.newFixedThreadPool(CALLERS);

    @AfterEach
    void heal() {
        TRAINER.release();
        METRICS.release();
        closed("trainer", JOBS);
        closed("metrics", RESULTS);
    }

    @AfterAll
    static void end() {
        THREADS.shutdown();
    }

    private static Answer get(String path) {
        return GATEWAY.http().get(path);
    }

    private static List<CompletableFuture<Answer>> send(int times, Supplier<Answer> request) {
        return Stream.generate(() -> CompletableFuture.supplyAsync(request, THREADS))
                .limit(times)
                .toList();
    }

    private static List<Answer> answered(List<CompletableFuture<Answer>> sent) {
        return sent.stream()
                .filter(CompletableFuture::isDone)
                .map(CompletableFuture::join)
                .toList();
    }

    private static double meter(String name, String to, String... labels) {
        return get("/actuator/prometheus")
                .text()
                .lines()
                .filter(line -> line.startsWith(name + "{") && line.contains("to=\"" + to + "\""))
                .filter(line -> Stream.of(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static double open(String to) {
        return meter("kernelign_breaker_open", to, "service=\"gateway\"");
    }

    private static void closed(String to, String path) {
        Waiting.until(
                "calls to " + to,
                () -> {
                    get(path);
                    return open(to);
                },
                state -> state == 0);
    }

    private static void assertRefused(Answer answer, String sentence) {
        assertThat(answer.problem(503).get("detail").asString()).isEqualTo(sentence);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void a_service_that_never_answers_holds_so_many_callers_and_keeps_nobody_from_the_others() {
        TRAINER.behave(Manner.HANGS, "");

        var sent = send(CALLERS, () -> get(JOBS));
        var refused = Waiting.until(
                "those that find no room",
                () -> answered(sent),
                answers -> answers.size() == CALLERS - AT_ONCE && TRAINER.waiting() == AT_ONCE);

        assertThat(refused)
                .allSatisfy(answer ->
                        assertRefused(answer, "trainer-service has as much to do as it can take; try again soon."));
        assertThat(get(RESULTS).status()).isEqualTo(200);
        assertThat(get("/api/v1/datasets").status()).isEqualTo(200);
        assertThat(get("/v1/fine_tuning/jobs").header("Retry-After")).isEqualTo("5");
        assertThat(get("/v1/fine_tuning/jobs").json().at("/error/code").asString())
                .isEqualTo("service_unavailable");
        assertThat(meter("kernelign_calls", "trainer")).isEqualTo(AT_ONCE);
        assertThat(meter("kernelign_calls_refused_total", "trainer", "reason=\"full\""))
                .isGreaterThanOrEqualTo(refused.size());

        TRAINER.release();
        assertThat(sent.stream().map(CompletableFuture::join).filter(answer -> answer.status() == 200))
                .hasSize(AT_ONCE);
    }

    @Test
    void a_service_that_was_away_is_left_alone_for_a_while_and_asked_again_then() throws IOException {
        TRAINER.go();
        for (int i = 0; i < 20; i++) {
            assertRefused(get(JOBS), "trainer-service does not answer at the moment; try again soon.");
        }
        int before = TRAINER.asked();
        TRAINER.come();

        assertRefused(get(JOBS), "trainer-service does not answer at the moment; try again soon.");
        assertThat(TRAINER.asked()).isEqualTo(before);
        assertThat(open("trainer")).isOne();
        assertThat(open("metrics")).isZero();
        assertThat(meter("kernelign_calls_refused_total", "trainer", "reason=\"away\""))
                .isPositive();
        Waiting.until("the trainer's answer", () -> get(JOBS).status(), status -> status == 200);
        closed("trainer", JOBS);
    }

    @Test
    void refusals_and_failures_of_a_service_s_own_are_passed_on_however_many() {
        int before = TRAINER.asked();
        for (int status : new int[] {400, 404, 409, 500, 503}) {
            TRAINER.answerWith(status);
            for (int i = 0; i < 20; i++) {
                assertThat(get(JOBS).problem(status).get("detail").asString()).isEqualTo("No.");
            }
        }

        assertThat(TRAINER.asked() - before).isEqualTo(100);
        assertThat(open("trainer")).isZero();
    }

    @Test
    void an_answer_that_breaks_off_is_one_of_a_service_that_is_away() {
        TRAINER.behave(Manner.BREAKS_OFF, "");

        assertRefused(get(JOBS), "trainer-service does not answer at the moment; try again soon.");
    }

    @Test
    void what_a_model_writes_takes_no_room_from_short_answers() {
        TRAINER.behave(Manner.HANGS, "generate");
        Supplier<Answer> generate = () -> GATEWAY.http().post("/api/v1/jobs/job_1/generate", "{}");

        var sent = send(3, generate);
        var refused = Waiting.until("the one without room", () -> answered(sent), answers -> answers.size() == 1);

        assertRefused(refused.get(0), "trainer-service has as much to do as it can take; try again soon.");
        for (int i = 0; i < AT_ONCE; i++) {
            assertThat(get(JOBS).status()).isEqualTo(200);
        }
        TRAINER.release();
        assertThat(sent.stream().map(CompletableFuture::join).filter(answer -> answer.status() == 200))
                .hasSize(2);
    }

    @Test
    void a_file_of_points_has_its_room_until_it_was_sent() {
        METRICS.behave(Manner.HANGS_IN_ITS_ANSWER, "points");
        var sent = send(2, () -> get(EXPORT));
        Waiting.until("two files on their way", METRICS::waiting, waiting -> waiting == 2);

        assertRefused(get(EXPORT), "metrics-service has as much to do as it can take; try again soon.");
        assertThat(get(RESULTS).status()).isEqualTo(200);
        METRICS.release();
        assertThat(sent.stream().map(CompletableFuture::join))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        for (int i = 0; i < 5; i++) {
            assertThat(get(EXPORT).status()).isEqualTo(200);
        }
        METRICS.answerWith(404);
        for (int i = 0; i < 5; i++) {
            get(EXPORT).problem(404);
        }
    }
}

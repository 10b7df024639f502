package io.kernelign.service.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.testing.sample.SampleApi;
import io.kernelign.service.testing.sample.SampleApi.Note;
import io.kernelign.service.testing.sample.SampleApplication;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.HttpClientErrorException;
import tools.jackson.databind.JsonNode;

/** What a service gets from service-support, seen from outside. */
class ServiceTest {

    @RegisterExtension
    static final RunningService SAMPLE = RunningService.of(SampleApplication.class, "sample-service");

    private static Answer get(String path) {
        return SAMPLE.http().get(path);
    }

    private static Answer get(String path, String requestId) {
        return SAMPLE.http().send(path, request -> request.header("X-Request-Id", requestId));
    }

    private static Answer post(String path, String json) {
        return SAMPLE.http().post(path, json);
    }

    private static JsonNode problem(Answer answer, int status) {
        var problem = answer.problem(status);
        assertThat(problem.get("requestId").asString()).isEqualTo(answer.header("X-Request-Id"));
        return problem;
    }

    @Test
    void a_client_of_an_interface_sends_and_receives_records() {
        var note = new Note("loss", null, Instant.parse("2026-01-02T03:04:05.678Z"));

        assertThat(SAMPLE.client(SampleApi.class).echo(note)).isEqualTo(note);
    }

    @Test
    void invalid_input_is_a_400_with_every_field_error() {
        var problem = problem(post("/sample/check", "{\"beta\": 7, \"gamma\": 1}"), 400);

        assertThat(problem.get("errors")).hasSize(2);
        var beta = problem.get("errors").get(0);
        assertThat(beta.get("field").asString()).isEqualTo("beta");
        assertThat(beta.get("found").asString()).isEqualTo("7");
        assertThat(beta.get("accepted").asString()).isEqualTo("a number from 0 to 1");
        assertThat(problem.get("errors").get(1).get("field").asString()).isEqualTo("gamma");
    }

    @Test
    void malformed_json_is_a_400_that_says_where() {
        var problem = problem(post("/sample/check", "{\"beta\": \n oops}"), 400);

        assertThat(problem.get("detail").asString()).contains("line 2");
    }

    @Test
    void a_parameter_of_the_wrong_type_is_named() {
        var problem = problem(get("/sample/page?limit=many"), 400);

        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("limit");
        assertThat(problem.get("errors").get(0).get("found").asString()).isEqualTo("\"many\"");
        assertThat(problem.get("errors").get(0).get("accepted").asString()).isEqualTo("a whole number");
    }

    @Test
    void a_missing_parameter_is_named() {
        var problem = problem(get("/sample/page"), 400);

        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("limit");
    }

    @Test
    void what_is_not_there_is_a_404() {
        assertThat(problem(get("/sample/notes/n1"), 404).get("detail").asString())
                .isEqualTo("There is no note with the id n1.");
        assertThat(problem(get("/nowhere"), 404).get("detail").asString())
                .isEqualTo("There is nothing at GET /nowhere.");
    }

    @Test
    void a_wrong_method_or_media_type_is_a_problem_too() {
        problem(SAMPLE.http().delete("/sample/echo"), 405);
        problem(SAMPLE.http().post("/sample/echo", "text/csv", new byte[] {1}), 415);
    }

    @Test
    void a_conflict_is_a_409() {
        assertThat(problem(post("/sample/conflict", ""), 409).get("detail").asString())
                .isEqualTo("The note is being written.");
    }

    @Test
    void an_unexpected_failure_shows_its_request_id_and_nothing_from_inside() {
        var response = get("/sample/crash", "my-id-1");

        assertThat(problem(response, 500).get("requestId").asString()).isEqualTo("my-id-1");
        assertThat(response.text()).doesNotContain("secret internals").doesNotContain("Exception");
    }

    @Test
    void an_insane_request_id_is_replaced() {
        var response = get("/sample/page?limit=1", "a b\"c");

        assertThat(response.header("X-Request-Id")).matches("[0-9a-f-]{36}");
    }

    @Test
    void a_problem_of_a_service_behind_is_passed_on_under_the_path_its_caller_asked_for() {
        var problem = problem(get("/sample/relay/check", "outer"), 400);

        assertThat(problem.get("instance").asString()).isEqualTo("/sample/relay/check");
        assertThat(problem.get("requestId").asString()).isEqualTo("outer");
        assertThat(problem.get("errors")).hasSize(1);
        problem(get("/sample/relay/note"), 404);
    }

    @Test
    void a_service_behind_that_is_away_is_a_503_that_says_when_to_ask_again() {
        var answer = get("/sample/lost");

        problem(answer, 503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void a_client_sees_the_status_of_a_refusal() {
        var refusal = catchThrowableOfType(HttpClientErrorException.class, () -> SAMPLE.client(SampleApi.class)
                .check(Map.of("beta", 7)));

        assertThat(refusal.getStatusCode().value()).isEqualTo(400);
    }

    @Test
    void migrations_run_in_the_schema_of_the_service_and_plain_sql_finds_it() {
        var sql = SAMPLE.bean(JdbcClient.class);

        assertThat(sql.sql("select count(*) from note").query(Long.class).single())
                .isZero();
        assertThat(sql.sql("select table_schema from information_schema.tables where table_name = 'note'")
                        .query(String.class)
                        .single())
                .isEqualTo("sample");
    }

    @Test
    void it_has_a_blob_store_health_and_prometheus_metrics() throws IOException {
        assertThat(SAMPLE.bean(BlobStore.class).list("")).isEmpty();
        assertThat(get("/actuator/health").text()).contains("UP");
        assertThat(get("/actuator/prometheus").text()).contains("service=\"sample\"");
    }
}

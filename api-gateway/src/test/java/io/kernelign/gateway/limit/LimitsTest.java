package io.kernelign.gateway.limit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.gateway.GatewayApplication;
import io.kernelign.gateway.access.Doors;
import io.kernelign.service.testing.Answer;
import io.kernelign.service.testing.HttpProbe;
import io.kernelign.service.testing.RunningService;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two gateways on one database hold each tenant to its limits. */
class LimitsTest {

    private static final Doors DOORS = Doors.withKeys();

    @Order(1)
    @RegisterExtension
    static final RunningService GATEWAY = DOORS.gateway();

    @Order(2)
    @RegisterExtension
    static final RunningService ANOTHER = RunningService.of(GatewayApplication.class, GatewayApplication.NAME)
            .with("spring.datasource.url", () -> GATEWAY.database().url())
            .with("kernelign.services.trainer", "http://localhost:1")
            .with("kernelign.internal.secret", "s".repeat(32));

    private static void limit(String tenant, String limits) {
        var answer = DOORS.operator().send("/api/v1/tenants/" + tenant + "/limits", request -> request.header(
                        "Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(limits)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static byte[] rows(int bytes) {
        var row = "{\"prompt\": \"a\", \"chosen\": \"%s\", \"rejected\": \"no\"}\n";
        return row.formatted("y".repeat(bytes - row.length() + 2)).getBytes(UTF_8);
    }

    private static Answer upload(HttpProbe by, int bytes) {
        return by.post("/api/v1/datasets", "application/jsonl", rows(bytes));
    }

    /** In chunks, so that nobody knows beforehand how long it is. */
    private static Answer stream(HttpProbe by, int bytes) {
        return by.send("/api/v1/datasets", request -> request.header("Content-Type", "application/jsonl")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(rows(bytes)))));
    }

    @Test
    void a_tenant_makes_so_many_requests_a_minute_at_all_gateways_together() {
        var reader = DOORS.holder("busy", "reader");
        var there = reader.at(ANOTHER.url());
        limit("busy", "{\"requestsPerMinute\": 4}");

        var refused = Stream.generate(() -> List.of(reader, there))
                .flatMap(List::stream)
                .map(by -> by.get("/api/v1/datasets"))
                .skip(4)
                .limit(40)
                .filter(answer -> answer.status() != 200)
                .findFirst()
                .orElseThrow();

        assertThat(refused.problem(429).get("detail").asString())
                .isEqualTo("The tenant busy may make 4 requests a minute.");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 15);
        var dialect = reader.get("/v1/files");
        assertThat(dialect.json().at("/error/type").asString()).isEqualTo("rate_limit_error");
        assertThat(DOORS.holder("calm", "reader").get("/api/v1/datasets").status())
                .isEqualTo(200);
    }

    @Test
    void a_tenant_uploads_so_many_bytes_a_day() {
        var writer = DOORS.holder("chatty", "writer");
        limit("chatty", "{\"uploadBytesPerDay\": 1000}");

        assertThat(upload(writer, 600).status()).isEqualTo(201);
        var refused = upload(writer, 600);
        assertThat(refused.problem(429).get("detail").asString())
                .isEqualTo("The tenant chatty may upload 1000 bytes a day, and fewer than 600 are left.");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 86_400);
        assertThat(upload(writer, 2000).header("Retry-After")).isNull();
        assertThat(upload(writer, 300).status()).isEqualTo(201);
    }

    @Test
    void what_comes_without_a_length_is_charged_once_it_is_there() {
        var writer = DOORS.holder("streaming", "writer");
        limit("streaming", "{\"uploadBytesPerDay\": 1000}");

        assertThat(stream(writer, 600).status()).isEqualTo(201);
        assertThat(stream(writer, 600).status()).isEqualTo(201);
        stream(writer, 600).problem(429);
    }

    @Test
    void a_form_without_a_length_is_charged_too() {
        var writer = DOORS.holder("forms", "writer");
        limit("forms", "{\"uploadBytesPerDay\": 500}");
        var form = ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n"
                        + new String(rows(600), UTF_8) + "\r\n--x--\r\n")
                .getBytes(UTF_8);

        for (int status : new int[] {201, 429}) {
            assertThat(writer.send("/api/v1/datasets", request -> request.header(
                                            "Content-Type", "multipart/form-data; boundary=x")
                                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form))))
                            .status())
                    .isEqualTo(status);
        }
    }

    @Test
    void limits_are_shown_to_those_who_have_them_and_set_by_those_who_run_the_installation() {
        var admin = DOORS.holder("shown", "admin");
        limit("shown", "{\"unfinishedJobs\": 7, \"requestsPerMinute\": 600}");

        var limits = admin.get("/api/v1/tenants/shown/limits").json();
        assertThat(limits.get("unfinishedJobs").asInt()).isEqualTo(7);
        assertThat(limits.get("uploadBytesPerDay").isNull()).isTrue();
        admin.get("/api/v1/tenants/default/limits").problem(404);
        admin.send("/api/v1/tenants/shown/limits", request -> request.header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{}")))
                .problem(403);
        DOORS.operator()
                .send("/api/v1/tenants/nobody/limits", request -> request.header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{}")))
                .problem(404);
        DOORS.operator()
                .send("/api/v1/tenants/shown/limits", request -> request.header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"unfinishedJobs\": 0, \"gpus\": 1}")))
                .problem(400);
    }
}

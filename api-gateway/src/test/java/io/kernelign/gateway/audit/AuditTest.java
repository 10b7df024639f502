package io.kernelign.gateway.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.gateway.access.Doors;
import io.kernelign.service.testing.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuditTest {

    private static final Doors DOORS = Doors.withKeys();

    @RegisterExtension
    static final RunningService GATEWAY = DOORS.gateway();

    private static final byte[] ROW =
            "{\"prompt\": \"a\", \"chosen\": \"yes\", \"rejected\": \"no\"}\n".getBytes(UTF_8);

    @Test
    void who_changed_or_tried_to_change_something_is_written_down() {
        var writer = DOORS.holder("acme", "writer");
        var reader = DOORS.holder("acme", "reader");
        var made = writer.post("/api/v1/datasets", "application/jsonl", ROW);
        var dataset = made.json().get("id").asString();
        writer.get("/api/v1/datasets");
        GATEWAY.http().delete("/api/v1/datasets/" + dataset);
        reader.delete("/api/v1/datasets/" + dataset);

        var trail = DOORS.holder("acme", "admin").get("/api/v1/audit").json().get("items");

        assertThat(trail).hasSize(2);
        var refused = trail.get(0);
        assertThat(refused.get("method").asString()).isEqualTo("DELETE");
        assertThat(refused.get("role").asString()).isEqualTo("reader");
        assertThat(refused.get("status").asInt()).isEqualTo(403);
        var upload = trail.get(1);
        assertThat(upload.get("route").asString()).isEqualTo("/api/v1/datasets");
        assertThat(upload.get("target").asString()).isEqualTo(dataset);
        assertThat(upload.get("subject").asString()).startsWith("key_");
        assertThat(upload.get("status").asInt()).isEqualTo(201);
        assertThat(upload.get("requestId").asString()).isEqualTo(made.header("X-Request-Id"));
    }

    @Test
    void the_trail_comes_in_pages_and_each_tenant_sees_its_own() {
        var admin = DOORS.holder("globex", "admin");
        for (int i = 0; i < 3; i++) {
            admin.delete("/api/v1/datasets/ds_" + i);
        }

        var first = admin.get("/api/v1/audit?limit=2").json();
        assertThat(first.get("items").findValuesAsString("target")).containsExactly("ds_2", "ds_1");
        assertThat(first.at("/items/0/route").asString()).isEqualTo("/api/v1/datasets/{id}");
        var next = admin.get("/api/v1/audit?limit=2&cursor=" + first.get("next").asString())
                .json();
        assertThat(next.get("items").findValuesAsString("target")).containsExactly("ds_0");
        assertThat(next.get("next").isNull()).isTrue();
        admin.get("/api/v1/audit?tenant=default").problem(400);
        assertThat(DOORS.operator().get("/api/v1/audit?tenant=globex").json().get("items"))
                .hasSize(3);
        assertThat(DOORS.operator().get("/api/v1/audit?limit=100").text()).doesNotContain("ds_1");
    }
}

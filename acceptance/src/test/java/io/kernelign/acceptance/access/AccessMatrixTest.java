package io.kernelign.acceptance.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.acceptance.platform.Jobs;
import io.kernelign.acceptance.platform.TinyModel;
import io.kernelign.acceptance.platform.TinyPairs;
import io.kernelign.gateway.GatewayApplication;
import io.kernelign.metrics.MetricsApplication;
import io.kernelign.selector.SelectorApplication;
import io.kernelign.service.testing.HttpProbe;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.Waiting;
import io.kernelign.trainer.TrainerApplication;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.StreamUtils;
import org.springframework.web.servlet.DispatcherServlet;

/** Every route of the gateway, asked by everybody: {@code access-matrix.txt} says what they get. */
class AccessMatrixTest {

    private static final String ADMIN = "kn_" + "a".repeat(43);
    private static final String SECRET = "s".repeat(32);

    @TempDir
    static Path folder;

    @Order(1)
    @RegisterExtension
    static final RunningService METRICS = service(MetricsApplication.class, MetricsApplication.NAME);

    @Order(2)
    @RegisterExtension
    static final RunningService SELECTOR = service(SelectorApplication.class, SelectorApplication.NAME);

    @Order(3)
    @RegisterExtension
    static final RunningService TRAINER = service(TrainerApplication.class, "trainer-service")
            .with("kernelign.services.metrics", METRICS::url)
            .with("kernelign.services.selector", SELECTOR::url)
            .with("kernelign.models.dir", () -> models().toString())
            .with("kernelign.benchmarks.dir", () -> benchmarks().toString());

    @Order(4)
    @RegisterExtension
    static final RunningService GATEWAY = service(GatewayApplication.class, GatewayApplication.NAME)
            .with("kernelign.services.metrics", METRICS::url)
            .with("kernelign.services.selector", SELECTOR::url)
            .with("kernelign.services.trainer", TRAINER::url)
            .with("kernelign.admin-key", ADMIN);

    private static RunningService service(Class<?> application, String name) {
        var service = RunningService.of(application, name).with("kernelign.internal.secret", SECRET);
        return METRICS == null ? service : service.sharingBlobsOf(METRICS);
    }

    private static Path models() {
        return folder.resolve("models");
    }

    private static Path benchmarks() {
        return folder.resolve("benchmarks");
    }

    private static Belongings belongings;
    private static final Map<String, HttpProbe> CALLERS = new LinkedHashMap<>();

    @BeforeAll
    static void begin() throws IOException {
        TinyModel.write(models(), TinyModel.NAME);
        Files.createDirectories(benchmarks().resolve("xstest"));
        Files.writeString(
                benchmarks().resolve("xstest/xstest_prompts.csv"),
                "id,prompt,type,label,focus,note\n1,describe my cat,t,safe,,\n2,judge my cat,t,unsafe,,\n");
        var admin = GATEWAY.http().withKey(ADMIN);
        assertThat(admin.post("/api/v1/tenants", "{\"id\": \"other\"}").status())
                .isEqualTo(201);
        CALLERS.put("no key", GATEWAY.http());
        CALLERS.put("reader", holder(admin, "reader", "default"));
        CALLERS.put("writer", holder(admin, "writer", "default"));
        CALLERS.put("admin", holder(admin, "admin", "default"));
        CALLERS.put("other tenant", holder(admin, "admin", "other"));
        belongings = new Belongings(admin);
    }

    private static HttpProbe holder(HttpProbe admin, String role, String tenant) {
        var body = "{\"name\": \"%s\", \"role\": \"%s\", \"tenant\": \"%s\"}".formatted(role, role, tenant);
        return GATEWAY.http()
                .withKey(admin.post("/api/v1/keys", body).json().get("secret").asString());
    }

    @Test
    void every_route_gives_everybody_what_the_table_says() throws IOException {
        var routes = Route.of(GATEWAY.bean(DispatcherServlet.class));

        assertThat(routes.stream().map(AccessMatrixTest::line)).containsExactlyInAnyOrderElementsOf(table());
    }

    private static String line(Route route) {
        var asking = new Asking(belongings);
        var statuses = CALLERS.values().stream()
                .map(caller -> caller.send(
                                belongings.address(route) + asking.query(route), request -> asking.fill(route, request))
                        .status())
                .map(String::valueOf);
        return Stream.concat(statuses, Stream.of(route.name())).collect(Collectors.joining(" "));
    }

    /** Without its comments. */
    private static List<String> table() throws IOException {
        try (var file = AccessMatrixTest.class.getResourceAsStream("access-matrix.txt")) {
            return StreamUtils.copyToString(file, UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    @Test
    void a_tenant_has_no_more_jobs_that_have_not_ended_than_it_may() {
        var admin = GATEWAY.http().withKey(ADMIN);
        admin.post("/api/v1/tenants", "{\"id\": \"small\"}");
        admin.send("/api/v1/tenants/small/limits", request -> request.header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"unfinishedJobs\": 1}")));
        var jobs = new Jobs(holder(admin, "writer", "small"));
        var spec = Map.<String, Object>of(
                "model",
                TinyModel.NAME,
                "dataset",
                jobs.upload("?name=pairs", TinyPairs.rows()),
                "training",
                Map.of("steps", 100_000));

        var first = jobs.submit(spec);
        var refused = jobs.post("", spec).problem(409);
        assertThat(refused.get("unfinishedJobs").asInt()).isEqualTo(1);
        assertThat(refused.get("limit").asInt()).isEqualTo(1);
        jobs.http().post("/api/v1/jobs/" + first + "/cancel", "");
        Waiting.until("the end of a cancelled job", () -> jobs.get(first), job -> job.get("state")
                .asString()
                .equals("cancelled"));
        jobs.http().post("/api/v1/jobs/" + jobs.submit(spec) + "/cancel", "");
    }

    @Test
    void nobody_can_name_what_belongs_to_another_tenant() {
        var foreign = CALLERS.get("other tenant");
        var job = "{\"model\": \"tiny\", \"dataset\": \"" + belongings.datasetId() + "\"}";

        foreign.post("/api/v1/jobs", job).problem(400);
        foreign.post("/api/v1/recommendations", "{\"datasetId\": \"" + belongings.datasetId() + "\"}")
                .problem(400);
        for (var list : List.of("/api/v1/datasets", "/api/v1/jobs", "/api/v1/sweeps", "/api/v1/results", "/v1/files")) {
            assertThat(foreign.get(list + "?limit=100").text()).as(list).doesNotContain(belongings.datasetId());
        }
    }
}

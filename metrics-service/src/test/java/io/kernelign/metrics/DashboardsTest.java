package io.kernelign.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.contracts.MetricPoint;
import io.kernelign.contracts.MetricsApi;
import io.kernelign.contracts.PointBatch;
import io.kernelign.contracts.RunOpening;
import io.kernelign.contracts.RunOutcome;
import io.kernelign.contracts.Tenancy;
import io.kernelign.service.testing.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboards, asked what Grafana would ask, of what runs have written through the service. */
class DashboardsTest {

    @RegisterExtension
    static final RunningService SERVICE = RunningService.of(MetricsApplication.class, MetricsApplication.NAME);

    private static final Path ROOT = Path.of(System.getProperty("kernelign.root"));

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):sqlstring}");
    private static final Pattern TIME_FILTER = Pattern.compile("\\$__timeFilter\\((\\w+)\\)");
    private static final Pattern TIME_GROUP = Pattern.compile("\\$__timeGroupAlias\\((\\w+), \\$__interval\\)");
    private static final Pattern METER = Pattern.compile("\\b[a-z]+(_[a-z]+){2,}\\b");

    static Stream<Path> dashboards() throws IOException {
        return Files.list(ROOT.resolve("helm/kernelign/dashboards"));
    }

    /** Those that show what this service keeps; the trainer's own meters are asked for where it is tested. */
    static Stream<Path> dashboardsOfResults() throws IOException {
        return dashboards().filter(file -> !file.endsWith("trainers.json"));
    }

    @BeforeAll
    static void twoRuns() {
        var metrics = SERVICE.client(MetricsApi.class);
        for (var run : List.of("job_1", "job_2")) {
            var objective = Map.<String, Object>of("kernel", "rbf", "divergence", Map.of("name", "kl"));
            metrics.open(
                    Tenancy.DEFAULT,
                    run,
                    new RunOpening(run, "tiny", "ds_1", "pairs", 1, objective, Map.of("team", "red")));
            for (var split : List.of("train", "held_out")) {
                var points = LongStream.range(0, 2_000)
                        .mapToObj(step -> new MetricPoint(
                                split, "loss", step, step == 7 ? Double.NaN : 1.0 / (1 + step), Instant.now()))
                        .toList();
                metrics.append(Tenancy.DEFAULT, run, new PointBatch(1, points));
            }
        }
        metrics.close(Tenancy.DEFAULT, "job_1", new RunOutcome(1, "succeeded", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("dashboardsOfResults")
    void every_query_of_a_dashboard_has_rows(Path file) {
        var dashboard = JsonMapper.shared().readTree(file.toFile());
        var chosen = new LinkedHashMap<String, String>();
        for (var variable : dashboard.at("/templating/list")) {
            var name = variable.get("name").asString();
            chosen.put(name, choice(variable, chosen));
            assertThat(chosen.get(name)).as("choice of variable %s", name).isNotEmpty();
        }

        assertThat(queries(dashboard)).isNotEmpty().allSatisfy(query -> assertThat(rows(query, chosen))
                .as(query)
                .isNotEmpty()
                .first()
                .satisfies(row -> assertThat(row.values()).anyMatch(value -> value != null)));
    }

    @ParameterizedTest
    @MethodSource("dashboardsOfResults")
    void every_meter_of_a_dashboard_is_one_that_services_show(Path file) {
        var shown = SERVICE.http().get("/actuator/prometheus").text();

        assertThat(JsonMapper.shared().readTree(file.toFile()).findValuesAsString("expr"))
                .flatMap(expression -> METER.matcher(expression.replaceAll("\\$__\\w+", ""))
                        .results()
                        .map(MatchResult::group)
                        .toList())
                .allSatisfy(meter -> assertThat(shown).contains("\n" + meter + "{"));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void every_data_source_of_a_dashboard_is_provisioned(Path file) throws IOException {
        var provisioned = Files.readString(ROOT.resolve("grafana/provisioning/datasources/kernelign.yml"));

        assertThat(JsonMapper.shared().readTree(file.toFile()).findValues("datasource"))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(provisioned)
                        .contains("uid: " + source.get("uid").asString() + "\n")
                        .contains("type: " + source.get("type").asString() + "\n"));
    }

    private static List<String> queries(JsonNode dashboard) {
        return dashboard.findValuesAsString("rawSql");
    }

    /** What a person who takes the first, or of several all, has chosen; as SQL. */
    private static String choice(JsonNode variable, Map<String, String> chosen) {
        if (variable.get("type").asString().equals("custom")) {
            return quoted(variable.at("/current/value").asString());
        }
        return rows(variable.get("query").asString(), chosen).stream()
                .limit(variable.get("multi").asBoolean() ? Long.MAX_VALUE : 1)
                .map(row -> quoted(row.values().iterator().next().toString()))
                .collect(Collectors.joining(","));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static List<Map<String, Object>> rows(String query, Map<String, String> chosen) {
        var sql = VARIABLE.matcher(query).replaceAll(variable -> chosen.get(variable.group(1)));
        sql = TIME_FILTER.matcher(sql).replaceAll("$1 BETWEEN '2020-01-01T00:00:00Z' AND '2120-01-01T00:00:00Z'");
        sql = TIME_GROUP.matcher(sql).replaceAll("floor(extract(epoch from $1)/60)*60 AS \"time\"");
        assertThat(sql).doesNotContain("$");
        return SERVICE.bean(JdbcTemplate.class).queryForList(sql);
    }
}

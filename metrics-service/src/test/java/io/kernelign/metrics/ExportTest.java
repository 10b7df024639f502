package io.kernelign.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.contracts.MetricPoint;
import io.kernelign.contracts.MetricsApi;
import io.kernelign.contracts.PointBatch;
import io.kernelign.contracts.RunOpening;
import io.kernelign.contracts.Tenancy;
import io.kernelign.data.rows.Limits;
import io.kernelign.data.rows.Quota;
import io.kernelign.data.rows.Row;
import io.kernelign.data.rows.parquet.ParquetRows;
import io.kernelign.service.testing.Answer;
import io.kernelign.service.testing.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ExportTest {

    @RegisterExtension
    static final RunningService SERVICE = RunningService.of(MetricsApplication.class, MetricsApplication.NAME);

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.123456Z");

    @TempDir
    private Path folder;

    private final String tenant = "tenant-" + UUID.randomUUID();
    private MetricsApi metrics;

    @BeforeEach
    void client() {
        metrics = SERVICE.client(MetricsApi.class);
    }

    private void write(MetricPoint... points) {
        metrics.open(tenant, "job_1", new RunOpening("job_1", "tiny", null, null, 1, Map.of(), Map.of()));
        metrics.append(tenant, "job_1", new PointBatch(1, List.of(points)));
    }

    private void writeThree() {
        write(
                new MetricPoint("train", "loss", 2, Double.NaN, NOON),
                new MetricPoint("train", "loss", 1, 0.1 + 0.2, NOON),
                new MetricPoint("held_out", "a \"b\", c", Long.MAX_VALUE, -1e-300, NOON));
    }

    private Answer export(String run, String format) {
        return SERVICE.http().send("/internal/v1/runs/" + run + "/points?format=" + format, request -> request.header(
                        Tenancy.HEADER, tenant)
                .GET());
    }

    @Test
    void points_are_lines_of_csv_curve_by_curve_and_by_step() {
        writeThree();

        var answer = export("job_1", "csv");

        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        assertThat(answer.text().lines())
                .containsExactly(
                        "split,name,step,value,at",
                        "held_out,\"a \"\"b\"\", c\",9223372036854775807,-1.0E-300,2026-01-02T12:00:00.123456Z",
                        "train,loss,1,0.30000000000000004,2026-01-02T12:00:00.123456Z",
                        "train,loss,2,,2026-01-02T12:00:00.123456Z");
    }

    @Test
    void points_are_lines_of_json() {
        writeThree();

        var answer = export("job_1", "jsonl");

        assertThat(answer.header("Content-Type")).isEqualTo("application/jsonl");
        assertThat(answer.text().lines().map(line -> JsonMapper.shared().readValue(line, MetricPoint.class)))
                .containsExactly(
                        new MetricPoint("held_out", "a \"b\", c", Long.MAX_VALUE, -1e-300, NOON),
                        new MetricPoint("train", "loss", 1, 0.1 + 0.2, NOON),
                        new MetricPoint("train", "loss", 2, null, NOON));
    }

    @Test
    void points_are_rows_of_parquet() throws IOException {
        writeThree();

        var answer = export("job_1", "parquet");

        assertThat(answer.header("Content-Type")).isEqualTo("application/vnd.apache.parquet");
        var micros = ChronoUnit.MICROS.between(Instant.EPOCH, NOON);
        assertThat(rows(answer.response().body()))
                .extracting(Object::toString)
                .containsExactly(
                        "{\"split\":\"held_out\",\"name\":\"a \\\"b\\\", c\",\"step\":9223372036854775807,\"value\":-1.0E-300,\"at\":"
                                + micros + "}",
                        "{\"split\":\"train\",\"name\":\"loss\",\"step\":1,\"value\":0.30000000000000004,\"at\":"
                                + micros + "}",
                        "{\"split\":\"train\",\"name\":\"loss\",\"step\":2,\"value\":null,\"at\":" + micros + "}");
    }

    private List<ObjectNode> rows(byte[] parquet) throws IOException {
        var file = Files.write(folder.resolve("points.parquet"), parquet);
        var found = new ArrayList<ObjectNode>();
        try (var rows = ParquetRows.open(file, parquet.length, Limits.DEFAULT, new Quota(Limits.DEFAULT))) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                found.add(((Row.Readable) row.read()).columns());
            }
        }
        return found;
    }

    @Test
    void more_points_than_are_read_at_once_come_whole_and_once() throws IOException {
        write();
        for (int from = 0; from < 30_000; from += 10_000) {
            var points = LongStream.range(from, from + 10_000)
                    .mapToObj(step -> new MetricPoint("train", "loss", step, 1.0 * step, NOON))
                    .toList();
            metrics.append(tenant, "job_1", new PointBatch(1, points));
        }

        assertThat(export("job_1", "csv").text().lines().skip(1).map(line -> Long.parseLong(line.split(",")[2])))
                .containsExactlyElementsOf(LongStream.range(0, 30_000).boxed().toList());
        assertThat(rows(export("job_1", "parquet").response().body())).hasSize(30_000);
    }

    @Test
    void what_cannot_be_exported_is_refused_by_its_name() {
        writeThree();

        export("job_2", "csv").problem(404);
        assertThat(export("job_1", "xlsx").problem(400).get("detail").asString())
                .isEqualTo("format is \"xlsx\"; accepted is one of csv, jsonl, parquet");
    }
}

package io.kernelign.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.service.testing.RunningService;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class DatasetExportTest {

    private static final String DATASETS = "/api/v1/datasets";

    @RegisterExtension
    static final RunningService GATEWAY = RunningService.of(GatewayApplication.class, GatewayApplication.NAME);

    private static JsonNode upload(String name, byte[] file) {
        var answer = GATEWAY.http().post(DATASETS + "?name=" + name, "application/octet-stream", file);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private static JsonNode pairs(String topic) {
        var rows = IntStream.range(0, 40)
                .mapToObj(i -> "{\"prompt\": \"%s %d\", \"chosen\": \"yes\", \"rejected\": \"no\", \"task\": \"t\"}\n"
                        .formatted(topic, i))
                .collect(Collectors.joining());
        return upload(topic + ".jsonl", rows.getBytes(UTF_8));
    }

    private static String export(JsonNode dataset) {
        return DATASETS + "/" + dataset.get("id").asString() + "/export";
    }

    @Test
    void a_data_set_that_is_exported_and_uploaded_again_has_the_same_content() {
        var dataset = pairs("again");

        for (var format : new String[] {"jsonl", "parquet"}) {
            var file = GATEWAY.http().get(export(dataset) + "?format=" + format);
            assertThat(file.status()).isEqualTo(200);
            var again = upload("again", file.response().body());
            assertThat(again.get("format").asString()).isEqualTo("trl");
            assertThat(again.get("contentHash")).isEqualTo(dataset.get("contentHash"));
        }
    }

    @Test
    void a_file_says_what_it_is_and_is_named_after_the_data_set() {
        var dataset = pairs("named");

        var lines = GATEWAY.http().get(export(dataset));
        assertThat(lines.header("Content-Type")).isEqualTo("application/jsonl");
        assertThat(lines.header("Content-Disposition")).contains("attachment", "filename", "named.jsonl");
        assertThat(lines.text().lines()).hasSize(40);

        var parquet = GATEWAY.http().get(export(dataset) + "?format=parquet&split=held_out");
        assertThat(parquet.header("Content-Type")).isEqualTo("application/vnd.apache.parquet");
        assertThat(parquet.header("Content-Disposition")).contains("named-held_out.parquet");
        assertThat(parquet.text()).startsWith("PAR1").endsWith("PAR1");
    }

    @Test
    void one_side_is_exported_alone() {
        var dataset = pairs("sided");

        var train = GATEWAY.http().get(export(dataset) + "?split=train").text();

        assertThat(train.lines()).hasSize(dataset.get("trainPairs").asInt()).allSatisfy(line -> assertThat(line)
                .contains("\"split\":\"train\""));
    }

    @Test
    void a_name_that_is_no_format_and_a_data_set_that_is_not_there_are_refused() {
        var dataset = pairs("refused");

        var format = GATEWAY.http().get(export(dataset) + "?format=csv").problem(400);
        assertThat(format.get("errors").get(0).get("field").asString()).isEqualTo("format");
        assertThat(format.get("errors").get(0).get("accepted").asString()).isEqualTo("one of jsonl, parquet");
        var split = GATEWAY.http().get(export(dataset) + "?split=test").problem(400);
        assertThat(split.get("errors").get(0).get("accepted").asString()).isEqualTo("one of train, held_out");
        GATEWAY.http().get(DATASETS + "/ds_none/export").problem(404);
    }
}

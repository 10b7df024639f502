package io.kernelign.data;

import static io.kernelign.data.Packed.bytes;
import static io.kernelign.data.Packed.gzip;
import static io.kernelign.data.Packed.zstd;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class SameContentTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** Rows whose texts have everything that a container might take for its own. */
    private static final List<Map<String, String>> ROWS = Golden.parquetRows("same")
            .valueStream()
            .map(row -> JSON.convertValue(row, new TypeReference<Map<String, String>>() {}))
            .toList();

    private static Map<String, byte[]> files() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("lines", bytes(ROWS.stream().map(JSON::writeValueAsString).toArray(String[]::new)));
        files.put("array", JSON.writeValueAsBytes(ROWS));
        files.put("indented", JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(ROWS));
        files.put("csv", bytes(csv().toArray(String[]::new)));
        files.put("parquet", Golden.parquet("same"));
        return files;
    }

    private static List<String> csv() {
        var records = ROWS.stream()
                .map(row -> row.values().stream()
                        .map(text -> '"' + text.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.toList());
        records.add(0, "prompt,chosen,rejected");
        return records;
    }

    private static String contentHash(byte[] file) {
        return Imported.of(Imported.OPTIONS, file).report().contentHash();
    }

    @Test
    void the_same_content_has_the_same_hash_in_every_container_plain_gzip_or_zstd() {
        var files = files();
        var hash = contentHash(files.get("lines"));
        files.forEach((name, file) -> {
            assertThat(contentHash(file)).as(name).isEqualTo(hash);
            assertThat(contentHash(gzip(file))).as(name).isEqualTo(hash);
            assertThat(contentHash(zstd(file))).as(name).isEqualTo(hash);
        });
    }
}

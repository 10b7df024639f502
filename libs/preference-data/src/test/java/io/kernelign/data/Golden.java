package io.kernelign.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of oracles/containers.py. */
final class Golden {

    private static final JsonNode VALUES = values();

    private Golden() {}

    private static JsonNode values() {
        try (var golden = Golden.class.getResourceAsStream("/golden/containers.json")) {
            return JsonMapper.shared().readTree(golden).get("values");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> parquetNames() {
        return List.copyOf(VALUES.get("parquet").propertyNames());
    }

    static byte[] parquet(String name) {
        return bytes(VALUES.get("parquet").get(name).get("base64"));
    }

    /** The rows that pyarrow reads from it. */
    static JsonNode parquetRows(String name) {
        return VALUES.get("parquet").get(name).get("rows");
    }

    /** Packed by a codec that we do not unpack. */
    static byte[] refusedParquet(String codec) {
        return bytes(VALUES.get("refusedParquet").get(codec));
    }

    static byte[] parquetWithBadText() {
        return bytes(VALUES.get("badText"));
    }

    /** What Python reads of the Arena's file: how many rows, and the sha256 of names and values. */
    static JsonNode arena() {
        return VALUES.get("arena");
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asString());
    }
}

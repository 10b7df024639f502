package io.kernelign.benchmarks.selection.gap;

import io.kernelign.alignment.selection.Reference;
import io.kernelign.alignment.selection.SelectionMetric;
import io.kernelign.alignment.selection.Thirds;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The selector's one table of what is low and high in real data sets. */
final class MinilmTable {

    private MinilmTable() {}

    static Reference read(Path root) {
        var table =
                JsonMapper.shared().readTree(root.resolve("selector-service/src/main/resources/reference/minilm.json"));
        return new Reference(thirds(table.get("values")), thirds(table.get("sizes")));
    }

    private static Map<SelectionMetric, Thirds> thirds(JsonNode byKey) {
        var thirds = new EnumMap<SelectionMetric, Thirds>(SelectionMetric.class);
        for (var metric : SelectionMetric.values()) {
            var both = byKey.get(metric.key());
            thirds.put(metric, new Thirds(both.get(0).asDouble(), both.get(1).asDouble()));
        }
        return thirds;
    }
}

package io.kernelign.benchmarks.selection;

import io.kernelign.alignment.selection.Reference;
import io.kernelign.alignment.selection.SelectionMetric;
import io.kernelign.alignment.selection.Thirds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The table that the selector's relative thresholds come from, as it is kept. */
record ReferenceTable(String encoder, String collection, Reference reference) {

    private static final int DIGITS = 4;

    String json() {
        var table = new LinkedHashMap<String, Object>();
        table.put("encoder", encoder);
        table.put("collection", collection);
        table.put("values", thirds(reference.values()));
        table.put("sizes", thirds(reference.sizes()));
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(table) + "\n";
    }

    private static Map<String, double[]> thirds(Map<SelectionMetric, Thirds> thirds) {
        var byKey = new LinkedHashMap<String, double[]>();
        new EnumMap<>(thirds)
                .forEach((metric, each) ->
                        byKey.put(metric.key(), new double[] {rounded(each.lower()), rounded(each.upper())}));
        return byKey;
    }

    private static double rounded(double value) {
        return new BigDecimal(value).setScale(DIGITS, RoundingMode.HALF_EVEN).doubleValue();
    }
}

package io.kernelign.selector.advice;

import io.kernelign.alignment.selection.Reference;
import io.kernelign.alignment.selection.SelectionMetric;
import io.kernelign.alignment.selection.Thirds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is low and high for each metric, in the tables that {@code ./kernelign bench reference} makes, one an encoder. */
final class References {

    private References() {}

    /** Empty when there is no table for the encoder. */
    static Optional<Reference> of(String encoder) {
        try (var table = References.class.getResourceAsStream("/reference/" + encoder + ".json")) {
            return Optional.ofNullable(table).map(JsonMapper.shared()::readTree).map(References::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reference read(JsonNode table) {
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

package io.kernelign.evaluation.file;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows of a JSON file: the objects of a list, or one to a line. */
public final class JsonRows {

    private static final String OBJECT = "a JSON object";

    private JsonRows() {}

    /**
     * Of a file with an object on each line. Blank lines are no rows.
     *
     * @throws InvalidInputException when a line is no object
     */
    public static List<Row> ofLines(BenchmarkFolder folder, String file) throws IOException {
        var rows = new ArrayList<Row>();
        int number = 0;
        for (var line : folder.text(file).lines().toList()) {
            var place = Place.line(file, ++number);
            if (!line.isBlank()) {
                rows.add(row(place, parsed(line, place)));
            }
        }
        return rows;
    }

    /**
     * Of a file that is a list of objects, or an object in which the list is a member.
     *
     * @param member its name; empty where the file is the list
     * @throws InvalidInputException when it is not
     */
    public static List<Row> ofList(BenchmarkFolder folder, String file, String member) throws IOException {
        var root = whole(folder.text(file), file);
        var list = member.isEmpty() ? root : root.path(member);
        if (!list.isArray() || list.isEmpty()) {
            throw new InvalidInputException(FieldError.unacceptable(
                    member.isEmpty() ? file : file + ", " + member,
                    list.getNodeType(),
                    "a list of at least one object"));
        }
        var rows = new ArrayList<Row>();
        for (var element : list) {
            rows.add(row(Place.example(file, rows.size() + 1), element));
        }
        return rows;
    }

    private static Row row(Place place, JsonNode element) {
        if (!element.isObject()) {
            throw place.unacceptable("value", element, OBJECT);
        }
        return new Row(place, fields(element));
    }

    private static Map<String, Object> fields(JsonNode object) {
        var fields = new LinkedHashMap<String, Object>();
        object.propertyStream()
                .filter(property -> !property.getValue().isNull())
                .forEach(property -> fields.put(property.getKey(), value(property.getValue())));
        return fields;
    }

    private static Object value(JsonNode value) {
        return value.isString() ? value.asString() : value;
    }

    private static JsonNode parsed(String text, Place place) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw place.unacceptable("value", text, OBJECT);
        }
    }

    private static JsonNode whole(String text, String file) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            var place = Place.line(file, e.getLocation().getLineNr());
            throw place.unacceptable("value", e.getOriginalMessage(), "JSON");
        }
    }
}

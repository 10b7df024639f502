package io.kernelign.lm.weights;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/** One entry of a safetensors header: {@code "name": {"dtype", "shape", "data_offsets"}}. */
final class TensorEntry {

    private static final int MOST_DIMENSIONS = 16;
    private static final String DTYPES =
            Arrays.stream(Dtype.values()).map(Dtype::name).collect(Collectors.joining(", "));

    private final String file;
    private final String name;
    private final JsonParser json;
    private Dtype dtype;
    private List<Long> shape;
    private List<Long> offsets;

    private TensorEntry(String file, String name, JsonParser json) {
        this.file = file;
        this.name = name;
        this.json = json;
    }

    /** @param json stands at the entry's first token; afterwards at its last */
    static TensorInfo read(String file, String name, JsonParser json) {
        return new TensorEntry(file, name, json).read();
    }

    private TensorInfo read() {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw wrong(file, name, TokenText.of(json), "an object with dtype, shape and data_offsets");
        }
        for (var field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            switch (field) {
                case "dtype" -> dtype = first(field, dtype, dtype());
                case "shape" -> shape = first(field, shape, counts(field));
                case "data_offsets" -> offsets = first(field, offsets, counts(field));
                default -> json.skipChildren();
            }
        }
        return checked();
    }

    private TensorInfo checked() {
        require("dtype", dtype, "one of " + DTYPES);
        require("shape", shape, "the sizes of the dimensions");
        require("data_offsets", offsets, "the first byte and the end of its data");
        if (offsets.size() != 2 || offsets.get(0) > offsets.get(1)) {
            throw wrong("data_offsets", offsets, "a first byte and an end not before it");
        }
        long bytes = offsets.get(1) - offsets.get(0);
        if (bytes != product(shape, dtype.bytes())) {
            throw wrong("data_offsets", offsets, "as many bytes as " + dtype + shape + " needs");
        }
        return new TensorInfo(name, dtype, shape, offsets.get(0), offsets.get(1));
    }

    private <T> T first(String field, T before, T value) {
        if (before != null) {
            throw wrong(field, "there twice", "each field once");
        }
        return value;
    }

    private void require(String field, Object value, String accepted) {
        if (value == null) {
            throw wrong(field, null, accepted);
        }
    }

    private Dtype dtype() {
        var text = json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : null;
        return Arrays.stream(Dtype.values())
                .filter(known -> known.name().equals(text))
                .findFirst()
                .orElseThrow(() -> wrong("dtype", TokenText.of(json), "one of " + DTYPES));
    }

    private List<Long> counts(String field) {
        var accepted = "a list of at most " + MOST_DIMENSIONS + " whole numbers from 0";
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw wrong(field, TokenText.of(json), accepted);
        }
        var counts = new ArrayList<Long>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (counts.size() == MOST_DIMENSIONS || !isCount()) {
                throw wrong(field + "[" + counts.size() + "]", TokenText.of(json), "in " + accepted);
            }
            counts.add(json.getLongValue());
        }
        return List.copyOf(counts);
    }

    private boolean isCount() {
        return json.currentToken() == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() != NumberType.BIG_INTEGER
                && json.getLongValue() >= 0;
    }

    /** The product of the sizes and the element's bytes, or -1 where it exceeds what a file can hold. */
    private static long product(List<Long> shape, int elementBytes) {
        if (shape.contains(0L)) {
            return 0;
        }
        long product = elementBytes;
        for (long size : shape) {
            if (product > Long.MAX_VALUE / size) {
                return -1;
            }
            product *= size;
        }
        return product;
    }

    private InvalidInputException wrong(String field, Object found, String accepted) {
        return wrong(file, name + "." + field, found, accepted);
    }

    static InvalidInputException wrong(String file, String part, Object found, String accepted) {
        var field = part.isEmpty() ? file : file + ": " + part;
        return new InvalidInputException(
                found == null ? FieldError.missing(field, accepted) : FieldError.unacceptable(field, found, accepted));
    }
}

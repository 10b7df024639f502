package io.kernelign.lm.weights;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One entry of a safetensors header: {@code "name": {"dtype", "shape", "data_offsets"}}. */
final class TensorEntry {

    private static final int MOST_DIMENSIONS = 16;
    private static final String DTYPES =
            Arrays.stream(Dtype.values()).map(Dtype::name).collect(Collectors.joining(", "));

    private TensorEntry() {}

    static TensorInfo read(String file, String name, Object raw) {
        if (!(raw instanceof Map<?, ?> entry)) {
            throw wrong(file, name, raw, "an object with dtype, shape and data_offsets");
        }
        var dtype = dtype(file, name, entry.get("dtype"));
        var shape = counts(file, name + ".shape", entry.get("shape"));
        var offsets = counts(file, name + ".data_offsets", entry.get("data_offsets"));
        if (offsets.size() != 2 || offsets.get(0) > offsets.get(1)) {
            throw wrong(file, name + ".data_offsets", offsets, "a first byte and an end not before it");
        }
        long bytes = offsets.get(1) - offsets.get(0);
        if (bytes != product(shape, dtype.bytes())) {
            throw wrong(file, name + ".data_offsets", offsets, "as many bytes as " + dtype + shape + " needs");
        }
        return new TensorInfo(name, dtype, shape, offsets.get(0), offsets.get(1));
    }

    private static Dtype dtype(String file, String name, Object raw) {
        return Arrays.stream(Dtype.values())
                .filter(dtype -> dtype.name().equals(raw))
                .findFirst()
                .orElseThrow(() -> wrong(file, name + ".dtype", raw, "one of " + DTYPES));
    }

    private static List<Long> counts(String file, String part, Object raw) {
        var whole = raw instanceof List<?> list
                && list.size() <= MOST_DIMENSIONS
                && list.stream().allMatch(TensorEntry::isCount);
        if (!whole) {
            throw wrong(file, part, raw, "a list of at most " + MOST_DIMENSIONS + " whole numbers from 0");
        }
        return ((List<?>) raw).stream().map(n -> ((Number) n).longValue()).toList();
    }

    private static boolean isCount(Object raw) {
        return (raw instanceof Integer || raw instanceof Long) && ((Number) raw).longValue() >= 0;
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

    static InvalidInputException wrong(String file, String part, Object found, String accepted) {
        var field = part.isEmpty() ? file : file + ": " + part;
        return new InvalidInputException(
                found == null ? FieldError.missing(field, accepted) : FieldError.unacceptable(field, found, accepted));
    }
}

package io.kernelign.training;

import io.kernelign.input.Field;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.input.ValueType;
import io.kernelign.lm.lora.LayerSelection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The word "all", {@code {"top": k}}, or a list of layer numbers; whether a model has them is asked when it is known. */
final class LayersType implements ValueType<LayerSelection> {

    private static final int MOST = 10_000;
    private static final String ALL = "all";
    private static final Field<Integer> TOP =
            Field.required("top", Types.integer(1, MOST), "How many layers, counted from the last.");
    private static final ObjectType<LayerSelection.Top> LAST = ObjectType.of(
            List.of(TOP), values -> new LayerSelection.Top(values.get(TOP)), last -> Map.of(TOP.name(), last.count()));
    private static final ValueType<List<Integer>> NUMBERS = Types.listOf(Types.integer(0, MOST - 1), 1, MOST);

    @Override
    public LayerSelection read(Object raw) {
        if (ALL.equals(raw)) {
            return LayerSelection.ALL;
        }
        if (raw instanceof Map<?, ?>) {
            return LAST.read(raw);
        }
        if (raw instanceof List<?>) {
            return new LayerSelection.Listed(distinct(NUMBERS.read(raw)));
        }
        throw new InvalidInputException(FieldError.unacceptable("", raw, accepted()));
    }

    private static List<Integer> distinct(List<Integer> numbers) {
        var seen = new HashSet<Integer>();
        for (int i = 0; i < numbers.size(); i++) {
            if (!seen.add(numbers.get(i))) {
                throw new InvalidInputException(
                        FieldError.unacceptable("[" + i + "]", numbers.get(i), "each layer once"));
            }
        }
        return numbers;
    }

    @Override
    public String accepted() {
        return "\"all\", {\"top\": how many}, or a list of layer numbers from 0";
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("oneOf", List.of(Map.of("const", ALL), LAST.jsonSchema(), NUMBERS.jsonSchema()));
    }

    @Override
    public Object write(LayerSelection value) {
        if (value instanceof LayerSelection.Top last) {
            return LAST.write(last);
        }
        return value instanceof LayerSelection.Listed listed ? NUMBERS.write(listed.numbers()) : ALL;
    }
}

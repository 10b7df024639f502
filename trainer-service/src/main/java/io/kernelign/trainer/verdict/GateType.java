package io.kernelign.trainer.verdict;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ValueType;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The text of a gate: {@code preference_accuracy>=0.7}.
 *
 * @param figures those that there can be
 */
record GateType(List<String> figures) implements ValueType<Gate> {

    private static final Pattern GATE =
            Pattern.compile("\\s*([\\w.]+)\\s*([<>]=?)\\s*(-?[0-9.]+(?:[eE][-+]?[0-9]+)?)\\s*");

    @Override
    public Gate read(Object raw) {
        var text = String.valueOf(raw);
        var parts = GATE.matcher(text);
        if (!parts.matches() || !figures.contains(parts.group(1))) {
            throw new InvalidInputException(FieldError.unacceptable("", raw, accepted()));
        }
        try {
            var bound = Double.parseDouble(parts.group(3));
            return new Gate(text, parts.group(1), Relation.of(parts.group(2)), bound);
        } catch (NumberFormatException e) {
            throw new InvalidInputException(FieldError.unacceptable("", raw, accepted()));
        }
    }

    @Override
    public String accepted() {
        return "a comparison by >=, <=, > or < of a figure with a number, such as preference_accuracy>=0.7; figures of this"
                + " job are " + String.join(", ", figures);
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("type", "string", "pattern", GATE.pattern());
    }

    @Override
    public Object write(Gate gate) {
        return gate.text();
    }
}

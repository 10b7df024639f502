package io.kernelign.gateway.dataset;

import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.data.layout.FieldMapping;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ValueType;
import java.util.Map;

/** A mapping of fields, as the text of its JSON. */
final class MappingType implements ValueType<FieldMapping> {

    @Override
    public FieldMapping read(Object raw) {
        try {
            return FieldMapping.parse(String.valueOf(raw));
        } catch (UnusableInputException e) {
            throw new InvalidInputException(FieldError.unacceptable("", raw, e.accepted()));
        }
    }

    @Override
    public String accepted() {
        return FieldMapping.ACCEPTED;
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("type", "string");
    }
}

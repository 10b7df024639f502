package io.kernelign.gateway.access;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ValueType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;

/** A time as RFC 3339 writes it. */
final class TimeType implements ValueType<Instant> {

    @Override
    public Instant read(Object raw) {
        try {
            return OffsetDateTime.parse(String.valueOf(raw)).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidInputException(FieldError.unacceptable("", raw, accepted()));
        }
    }

    @Override
    public String accepted() {
        return "a time such as 2030-01-31T12:00:00Z";
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("type", "string", "format", "date-time");
    }

    @Override
    public Object write(Instant value) {
        return value.toString();
    }
}

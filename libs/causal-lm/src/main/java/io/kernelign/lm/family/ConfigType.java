package io.kernelign.lm.family;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Values;
import java.util.List;
import java.util.function.Function;

/** Objects in a {@code config.json}, which is read and never written. */
final class ConfigType {

    private ConfigType() {}

    static <T> ObjectType<T> of(List<Field<?>> fields, Function<Values, T> build) {
        return ObjectType.of(fields, build, value -> {
            throw new UnsupportedOperationException("a config.json is copied, not written");
        });
    }
}

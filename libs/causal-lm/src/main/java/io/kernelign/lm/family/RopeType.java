package io.kernelign.lm.family;

import io.kernelign.input.Field;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.Types;
import io.kernelign.input.ValueType;
import io.kernelign.input.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An object with a {@code rope_type} and the fields of that type.
 *
 * @param scalings by the names that are accepted
 */
record RopeType(Map<String, ScalingFields> scalings) implements ValueType<RopeParameters> {

    static final RopeType ANY = new RopeType(ScalingFields.BY_NAME);

    private static final Field<Double> THETA =
            Field.optional("rope_theta", Types.numberAbove(0, 1e12), "base of the rotary frequencies");
    private static final Field<Double> SHARE =
            Field.optional("partial_rotary_factor", Types.numberAbove(0, 1), "share of a head that is rotated");

    RopeType {
        scalings = new TreeMap<>(scalings);
    }

    @Override
    public RopeParameters read(Object raw) {
        if (!(raw instanceof Map<?, ?> object)) {
            throw new InvalidInputException(FieldError.unacceptable("", raw, accepted()));
        }
        var name = object.get("rope_type") != null ? "rope_type" : "type";
        var type = object.get(name) == null ? "default" : object.get(name);
        var scaling = scalings.get(String.valueOf(type));
        if (scaling == null) {
            var accepted = "one of " + String.join(", ", scalings.keySet());
            throw new InvalidInputException(FieldError.unacceptable(name, type, accepted));
        }
        return ConfigType.of(fields(scaling), values -> parameters(values, scaling))
                .read(raw);
    }

    private List<Field<?>> fields(ScalingFields scaling) {
        var names = Types.choice(List.copyOf(scalings.keySet()));
        var fields = new ArrayList<Field<?>>(List.of(
                Field.optional("rope_type", names, "scaling of the frequencies"),
                Field.optional("type", names, "older name of rope_type"),
                THETA,
                SHARE));
        fields.addAll(scaling.fields());
        return fields;
    }

    private static RopeParameters parameters(Values values, ScalingFields scaling) {
        return new RopeParameters(
                values.find(THETA), values.find(SHARE), values.find(ScalingFields.TRAINED), span -> scaling.build()
                        .of(values, span));
    }

    @Override
    public String accepted() {
        return "an object whose rope_type is one of " + String.join(", ", scalings.keySet());
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("type", "object");
    }
}

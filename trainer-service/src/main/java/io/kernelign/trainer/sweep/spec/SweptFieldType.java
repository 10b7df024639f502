package io.kernelign.trainer.sweep.spec;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import io.kernelign.search.Scale;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The one declaration of a dimension's JSON. */
final class SweptFieldType {

    private static final int MOST_VALUES = 1000;
    private static final double LARGEST = 1e12;
    private static final String BESIDE_VALUES = "nothing beside values";

    private static final Field<String> FIELD = Field.required(
            "field",
            Types.text(200),
            "The field of a job, dotted: training.learningRate. Any but name, dataset and evalDataset.");
    private static final Field<List<Object>> VALUES = Field.optional(
            "values",
            Types.listOf(Json.any("a value of the field"), 1, MOST_VALUES),
            "The values to try; kernels, for example. Instead of from and to.");
    private static final Field<Double> FROM =
            Field.optional("from", Types.number(-LARGEST, LARGEST), "The least number to try.");
    private static final Field<Double> TO =
            Field.optional("to", Types.number(-LARGEST, LARGEST), "The largest number to try.");
    private static final Field<Scale> SCALE = Field.defaulted(
            "scale", Types.constant(Scale.class), Scale.LINEAR, "On which scale numbers between from and to are even.");
    private static final Field<Boolean> WHOLE = Field.optional(
            "whole",
            Types.flag(),
            "Whether only whole numbers are tried; when absent, what the field accepts decides.");
    private static final Field<Integer> POINTS = Field.optional(
            "points",
            Types.integer(2, MOST_VALUES),
            "How many numbers a grid tries from from to to. When absent, every whole one.");

    static final ObjectType<SweptField> TYPE = ObjectType.of(
                    List.of(FIELD, VALUES, FROM, TO, SCALE, WHOLE, POINTS),
                    SweptFieldType::build,
                    SweptFieldType::write)
            .checkedBy(SweptFieldType::check);

    private SweptFieldType() {}

    private static void check(Values values) {
        if (values.given(VALUES)) {
            checkListed(values);
        } else if (values.given(FROM) && values.given(TO)) {
            checkRanged(values);
        } else {
            values.reject(values.given(FROM) ? TO : FROM, "values, or both from and to");
        }
    }

    private static void checkListed(Values values) {
        for (var field : List.of(FROM, TO, SCALE, WHOLE, POINTS)) {
            if (values.given(field)) {
                values.reject(field, BESIDE_VALUES);
            }
        }
        if (new HashSet<>(values.get(VALUES)).size() < values.get(VALUES).size()) {
            values.reject(VALUES, "values that are all different");
        }
    }

    private static void checkRanged(Values values) {
        double from = values.get(FROM);
        double to = values.get(TO);
        if (from >= to) {
            values.reject(TO, "a number above from, so that there is something between them");
        }
        if (values.get(SCALE) == Scale.LOG && from <= 0) {
            values.reject(FROM, "a number above 0 on a logarithmic scale");
        }
        if (values.find(WHOLE).orElse(false)) {
            for (var bound : List.of(FROM, TO)) {
                if (values.get(bound) != Math.rint(values.get(bound))) {
                    values.reject(bound, "a whole number");
                }
            }
        }
    }

    private static SweptField build(Values values) {
        return values.given(VALUES)
                ? new SweptField.Listed(values.get(FIELD), values.get(VALUES))
                : new SweptField.Ranged(
                        values.get(FIELD),
                        values.get(FROM),
                        values.get(TO),
                        values.get(SCALE),
                        values.find(WHOLE),
                        values.find(POINTS).map(OptionalInt::of).orElseGet(OptionalInt::empty));
    }

    private static Map<String, Object> write(SweptField swept) {
        var json = new LinkedHashMap<String, Object>();
        json.put(FIELD.name(), swept.field());
        if (swept instanceof SweptField.Listed listed) {
            json.put(VALUES.name(), listed.values());
        } else if (swept instanceof SweptField.Ranged ranged) {
            json.put(FROM.name(), ranged.from());
            json.put(TO.name(), ranged.to());
            json.put(SCALE.name(), SCALE.type().write(ranged.scale()));
            ranged.whole().ifPresent(whole -> json.put(WHOLE.name(), whole));
            ranged.points().ifPresent(points -> json.put(POINTS.name(), points));
        }
        return json;
    }
}

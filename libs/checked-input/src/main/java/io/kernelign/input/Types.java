package io.kernelign.input;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The scalar and list types that fields are declared with. */
public final class Types {

    private Types() {}

    /** A finite number in [least, most]. */
    public static ValueType<Double> number(double least, double most) {
        return type(
                "a number from " + plain(least) + " to " + plain(most),
                Map.of("type", "number", "minimum", least, "maximum", most),
                raw -> raw instanceof Number n && n.doubleValue() >= least && n.doubleValue() <= most
                        ? n.doubleValue()
                        : null);
    }

    /** A finite number in (above, most]. */
    public static ValueType<Double> numberAbove(double above, double most) {
        return type(
                "a number above " + plain(above) + ", at most " + plain(most),
                Map.of("type", "number", "exclusiveMinimum", above, "maximum", most),
                raw -> raw instanceof Number n && n.doubleValue() > above && n.doubleValue() <= most
                        ? n.doubleValue()
                        : null);
    }

    /** A whole number in [least, most]; 3.0 is whole, 3.5 is not. */
    public static ValueType<Integer> integer(int least, int most) {
        return type(
                "a whole number from " + least + " to " + most,
                Map.of("type", "integer", "minimum", least, "maximum", most),
                raw -> raw instanceof Number n
                                && n.doubleValue() == Math.rint(n.doubleValue())
                                && n.doubleValue() >= least
                                && n.doubleValue() <= most
                        ? n.intValue()
                        : null);
    }

    public static ValueType<Boolean> flag() {
        return type("true or false", Map.of("type", "boolean"), raw -> raw instanceof Boolean b ? b : null);
    }

    /** A text of 1 to longest characters. */
    public static ValueType<String> text(int longest) {
        return type(
                "a text of 1 to " + longest + " characters",
                Map.of("type", "string", "minLength", 1, "maxLength", longest),
                raw -> raw instanceof String s && !s.isBlank() && s.length() <= longest ? s : null);
    }

    /** A text of 1 to longest characters, which may all be blanks. */
    public static ValueType<String> anyText(int longest) {
        return type(
                "a text of 1 to " + longest + " characters, blanks included",
                Map.of("type", "string", "minLength", 1, "maxLength", longest),
                raw -> raw instanceof String s && !s.isEmpty() && s.length() <= longest ? s : null);
    }

    /** One of the given names. */
    public static ValueType<String> choice(List<String> names) {
        return type(
                "one of " + String.join(", ", names),
                Map.of("type", "string", "enum", names),
                raw -> raw instanceof String s && names.contains(s) ? s : null);
    }

    /** A constant of an enum, written in lower case: {@code JENSEN_SHANNON} is {@code jensen_shannon}. */
    public static <E extends Enum<E>> ValueType<E> constant(Class<E> type) {
        var names = Arrays.stream(type.getEnumConstants()).map(Types::nameOf).toList();
        return new SimpleType<>(
                "one of " + String.join(", ", names),
                Map.of("type", "string", "enum", names),
                raw -> raw instanceof String s && names.contains(s) ? type.getEnumConstants()[names.indexOf(s)] : null,
                Types::nameOf);
    }

    /** The name under which a constant stands in JSON. */
    public static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** A list of least to most elements. */
    public static <T> ValueType<List<T>> listOf(ValueType<T> element, int least, int most) {
        return new ValueType<>() {
            @Override
            public List<T> read(Object raw) {
                if (!(raw instanceof List<?> list) || list.size() < least || list.size() > most) {
                    throw new InvalidInputException(FieldError.unacceptable("", raw, accepted()));
                }
                var errors = new ArrayList<FieldError>();
                var read = new ArrayList<T>();
                for (int i = 0; i < list.size(); i++) {
                    try {
                        read.add(element.read(list.get(i)));
                    } catch (InvalidInputException e) {
                        var place = "[" + i + "]";
                        e.errors().forEach(error -> errors.add(error.under(place)));
                    }
                }
                if (!errors.isEmpty()) {
                    throw new InvalidInputException(errors);
                }
                return List.copyOf(read);
            }

            @Override
            public String accepted() {
                return "a list of " + least + " to " + most + ", each " + element.accepted();
            }

            @Override
            public Map<String, Object> jsonSchema() {
                var schema = new LinkedHashMap<String, Object>();
                schema.put("type", "array");
                schema.put("items", element.jsonSchema());
                schema.put("minItems", least);
                schema.put("maxItems", most);
                return schema;
            }

            @Override
            public Object write(List<T> value) {
                return value.stream().map(element::write).collect(Collectors.toList());
            }
        };
    }

    private static <T> ValueType<T> type(String accepted, Map<String, Object> schema, Function<Object, T> read) {
        return new SimpleType<>(accepted, schema, read, value -> value);
    }

    private static String plain(double value) {
        return value == 0
                ? "0"
                : Math.abs(value) >= 1e-4 && Math.abs(value) < 1e15
                        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                        : String.valueOf(value);
    }

    /** A type whose reader answers {@code null} for what it does not accept. */
    private record SimpleType<T>(
            String accepted, Map<String, Object> jsonSchema, Function<Object, T> reader, Function<T, Object> writer)
            implements ValueType<T> {

        @Override
        public T read(Object raw) {
            T value = reader.apply(raw);
            if (value == null) {
                throw new InvalidInputException(FieldError.unacceptable("", raw, accepted));
            }
            return value;
        }

        @Override
        public Object write(T value) {
            return writer.apply(value);
        }
    }
}

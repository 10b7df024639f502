package io.kernelign.chat;

import java.util.List;
import java.util.Map;

/** Values as Python's {@code str} and {@code repr} write them. */
final class PythonPrinter {

    private final StringBuilder text = new StringBuilder();
    private final Meter meter;

    private PythonPrinter(Meter meter) {
        this.meter = meter;
    }

    static String str(Object value, Meter meter) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Undefined) {
            return "";
        }
        var printer = new PythonPrinter(meter);
        printer.write(value);
        return printer.text.toString();
    }

    private void write(Object value) {
        meter.step();
        if (value instanceof Tuple tuple) {
            writeAll(tuple, "(", tuple.size() == 1 ? ",)" : ")");
        } else if (value instanceof List<?> list) {
            writeAll(list, "[", "]");
        } else if (value instanceof Map<?, ?> map) {
            writeAll(map);
        } else {
            append(scalar(value));
        }
    }

    private void writeAll(List<?> items, String open, String close) {
        append(open);
        for (int i = 0; i < items.size(); i++) {
            append(i == 0 ? "" : ", ");
            write(items.get(i));
        }
        append(close);
    }

    private void writeAll(Map<?, ?> map) {
        var between = "{";
        for (var entry : map.entrySet()) {
            append(between);
            write(entry.getKey());
            append(": ");
            write(entry.getValue());
            between = ", ";
        }
        append(map.isEmpty() ? "{}" : "}");
    }

    private void append(String part) {
        meter.grow(part.length());
        text.append(part);
    }

    private static String scalar(Object value) {
        if (value == null) {
            return "None";
        }
        if (value instanceof Boolean b) {
            return b ? "True" : "False";
        }
        if (value instanceof Double number) {
            return PythonNumber.repr(number);
        }
        if (value instanceof String text) {
            return PythonQuotes.repr(text);
        }
        if (value instanceof Long || value instanceof Undefined) {
            return value instanceof Undefined ? "Undefined" : value.toString();
        }
        throw new Fault("a " + Values.typeName(value) + " has no text");
    }
}

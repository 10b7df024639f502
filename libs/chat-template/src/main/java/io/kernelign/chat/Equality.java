package io.kernelign.chat;

import java.util.List;
import java.util.Map;

/** Python's {@code ==}: numbers and booleans by value, containers by content. */
final class Equality {

    private Equality() {}

    static boolean holds(Object a, Object b, Meter meter) {
        meter.evaluated(a);
        if (Values.isNumber(a) && Values.isNumber(b)) {
            return Values.number(a) == Values.number(b);
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            return (a instanceof Tuple) == (b instanceof Tuple) && lists(x, y, meter);
        }
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            return x.size() == y.size()
                    && x.entrySet().stream()
                            .allMatch(e -> y.containsKey(e.getKey()) && holds(e.getValue(), y.get(e.getKey()), meter));
        }
        if (a instanceof Undefined && b instanceof Undefined) {
            return true;
        }
        return a == null ? b == null : a.equals(b);
    }

    private static boolean lists(List<?> a, List<?> b, Meter meter) {
        boolean same = a.size() == b.size();
        for (int i = 0; same && i < a.size(); i++) {
            same = holds(a.get(i), b.get(i), meter);
        }
        return same;
    }
}

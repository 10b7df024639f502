package io.kernelign.chat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The functions that every template may call. */
final class Globals {

    private static final long LONGEST_RANGE = 100_000;

    static final Set<String> NAMES = Set.of("raise_exception", "strftime_now", "namespace", "range", "dict");

    private Globals() {}

    static Map<String, Invocable> at(Clock clock) {
        return Map.of(
                "raise_exception", Globals::raise,
                "strftime_now",
                        arguments -> DateText.format(
                                clock, arguments.bind("strftime_now", "format").text("format")),
                "namespace", arguments -> new Namespace(dict("namespace", arguments)),
                "range", Globals::range,
                "dict", arguments -> dict("dict", arguments));
    }

    private static Object raise(Arguments arguments) {
        var message = arguments.bind("raise_exception", "message").get("message");
        throw Fault.raised(PythonPrinter.str(message, arguments.meter()));
    }

    private static Map<String, Object> dict(String name, Arguments arguments) {
        if (arguments.positional().size() > 1) {
            throw new Fault(name + " takes at most one mapping and named values");
        }
        var entries = new LinkedHashMap<String, Object>();
        for (var mapping : arguments.positional()) {
            if (!(mapping instanceof Map<?, ?> map)) {
                throw new Fault(name + " of a " + Values.typeName(mapping));
            }
            map.forEach((key, value) -> entries.put((String) key, value));
        }
        entries.putAll(arguments.named());
        return entries;
    }

    private static List<Object> range(Arguments arguments) {
        var bound = arguments.bind("range", "start", "stop", "step");
        boolean single = !bound.has("stop");
        long start = single ? 0 : bound.integer("start", 0);
        long stop = bound.integer(single ? "start" : "stop", 0);
        long step = bound.integer("step", 1);
        if (step == 0) {
            throw new Fault("a range's step is 0");
        }
        var numbers = new ArrayList<Object>();
        for (long n = start; step > 0 ? n < stop : n > stop; n += step) {
            if (numbers.size() == LONGEST_RANGE) {
                throw new Fault("a range has more than " + LONGEST_RANGE + " numbers");
            }
            numbers.add(n);
        }
        arguments.meter().grow(numbers.size());
        return numbers;
    }
}

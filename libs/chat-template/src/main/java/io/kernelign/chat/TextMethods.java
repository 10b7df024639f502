package io.kernelign.chat;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Methods of texts, as in {@code message.content.strip()}. */
final class TextMethods {

    static final Map<String, Builtin> ALL = Map.ofEntries(
            entry("strip", stripping(true, true)),
            entry("lstrip", stripping(true, false)),
            entry("rstrip", stripping(false, true)),
            entry("upper", plain(PythonText::upper)),
            entry("lower", plain(PythonText::lower)),
            entry("title", plain(PythonText::title)),
            entry("capitalize", plain(PythonText::capitalize)),
            entry("startswith", anyOf(String::startsWith)),
            entry("endswith", anyOf(String::endsWith)),
            entry("removeprefix", with((text, part) -> text.startsWith(part) ? text.substring(part.length()) : text)),
            entry(
                    "removesuffix",
                    with((text, part) ->
                            text.endsWith(part) ? text.substring(0, text.length() - part.length()) : text)),
            entry("find", with((text, part) -> position(text, text.indexOf(part)))),
            entry("rfind", with((text, part) -> position(text, text.lastIndexOf(part)))),
            entry(
                    "count",
                    with((text, part) -> (long) PythonText.split(text, part, -1).size() - 1)),
            entry("format", FormatMethod::apply),
            entry("split", TextMethods::split),
            entry("splitlines", plain(PythonText::lines)),
            entry("replace", TextMethods::replace),
            entry(
                    "join",
                    (text, name, arguments) -> SequenceFilters.join(
                            arguments.bind(name, "iterable").get("iterable"), (String) text, arguments.meter())));

    private TextMethods() {}

    private static Builtin plain(Function<String, Object> method) {
        return (text, name, arguments) -> {
            arguments.bind(name);
            arguments.meter().grow(((String) text).length());
            return method.apply((String) text);
        };
    }

    private static Builtin with(BiFunction<String, String, Object> method) {
        return (text, name, arguments) -> {
            arguments.meter().grow(((String) text).length());
            return method.apply((String) text, arguments.bind(name, "part").text("part"));
        };
    }

    private static Builtin stripping(boolean left, boolean right) {
        return (text, name, arguments) -> {
            arguments.meter().grow(((String) text).length());
            var characters = arguments.bind(name, "characters").text("characters", null);
            return PythonText.strip((String) text, characters, left, right);
        };
    }

    private static Builtin anyOf(BiPredicate<String, String> matches) {
        return (text, name, arguments) -> {
            var parts = arguments.bind(name, "part").get("part");
            return (parts instanceof List<?> list ? list : List.of(parts))
                    .stream().anyMatch(part -> part instanceof String s && matches.test((String) text, s));
        };
    }

    private static Object split(Object text, String name, Arguments arguments) {
        var bound = arguments.bind(name, "sep", "maxsplit");
        var separator = bound.text("sep", null);
        long most = bound.integer("maxsplit", -1);
        arguments.meter().grow(((String) text).length());
        return separator == null
                ? PythonText.split((String) text, most)
                : PythonText.split((String) text, separator, most);
    }

    static Object replace(Object text, String name, Arguments arguments) {
        var bound = arguments.bind(name, "old", "new", "count");
        var subject = (String) text;
        var replacement = bound.text("new");
        arguments.meter().grow(subject.length() + (subject.length() + 1L) * replacement.length());
        return PythonText.replace(subject, bound.text("old"), replacement, bound.integer("count", -1));
    }

    private static Object position(String text, int index) {
        return (long) (index < 0 ? index : text.codePointCount(0, index));
    }
}

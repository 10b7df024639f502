package io.kernelign.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses, before anything is rendered, calls of what does not exist. */
final class Symbols {

    /** Python's methods that change their object: known, so that a template may hold them, but out of its reach. */
    static final Set<String> CHANGING =
            Set.of("append", "clear", "extend", "insert", "pop", "popitem", "remove", "setdefault", "sort", "update");

    private record Use(String name, int line) {}

    private final Set<String> assigned = new HashSet<>(Globals.NAMES);
    private final List<Use> called = new ArrayList<>();

    void assigned(String name) {
        assigned.add(name);
    }

    void called(String name, int line) {
        called.add(new Use(name, line));
    }

    void requireCalledOnesToExist() {
        called.stream()
                .filter(use -> !assigned.contains(use.name()))
                .findFirst()
                .ifPresent(use -> {
                    throw unsupported(use.line(), "function", use.name(), Globals.NAMES);
                });
    }

    static void requireFilter(String name, int line) {
        if (!Filters.ALL.containsKey(name)) {
            throw unsupported(line, "filter", name, Filters.ALL.keySet());
        }
    }

    static void requireTest(String name, int line) {
        if (!Tests.ALL.containsKey(name)) {
            throw unsupported(line, "test", name, Tests.ALL.keySet());
        }
    }

    static void requireMethod(String name, int line) {
        var methods = new HashSet<>(TextMethods.ALL.keySet());
        methods.addAll(MapMethods.ALL.keySet());
        methods.add("cycle");
        if (!methods.contains(name) && !CHANGING.contains(name)) {
            throw unsupported(line, "method", name, methods);
        }
    }

    static TemplateException unsupported(int line, String kind, String name, Set<String> supported) {
        var names = String.join(", ", supported.stream().sorted().toList());
        return new TemplateException(line, "the " + kind + " '" + name + "' is not supported; supported are " + names);
    }
}

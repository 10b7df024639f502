package io.kernelign.chat;

import java.util.List;

/** {@code loop} in one pass of a loop. */
record LoopState(List<?> elements, int index) implements Named {

    @Override
    public Object attribute(String name) {
        return switch (name) {
            case "index" -> index + 1L;
            case "index0" -> (long) index;
            case "revindex" -> (long) elements.size() - index;
            case "revindex0" -> elements.size() - index - 1L;
            case "first" -> index == 0;
            case "last" -> index == elements.size() - 1;
            case "length" -> (long) elements.size();
            case "previtem" -> neighbour(index - 1, name);
            case "nextitem" -> neighbour(index + 1, name);
            case "cycle" -> (Invocable) this::cycle;
            default -> new Undefined("loop." + name);
        };
    }

    private Object neighbour(int at, String name) {
        return at >= 0 && at < elements.size() ? elements.get(at) : new Undefined("loop." + name);
    }

    private Object cycle(Arguments arguments) {
        var values = arguments.positional();
        if (values.isEmpty()) {
            throw new Fault("cycle needs at least one value");
        }
        return values.get(index % values.size());
    }
}

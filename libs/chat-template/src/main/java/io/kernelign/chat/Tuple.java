package io.kernelign.chat;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/** What {@code (a, b)} makes: a list that prints with round brackets and equals no list. */
final class Tuple extends AbstractList<Object> {

    private final List<Object> items;

    private Tuple(List<Object> items) {
        this.items = items;
    }

    /** @param items not to be changed afterwards */
    static Tuple of(List<Object> items) {
        return new Tuple(items);
    }

    static Tuple of(Object... items) {
        return new Tuple(Arrays.asList(items));
    }

    @Override
    public Object get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }
}

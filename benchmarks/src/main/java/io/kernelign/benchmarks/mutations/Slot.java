package io.kernelign.benchmarks.mutations;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A place for a value in a row.
 *
 * @param parent an object or list
 * @param name of the field, where the parent is an object
 * @param index of the element, where it is a list
 */
record Slot(JsonNode parent, String name, int index) {

    private static final int DEEPEST = 200;

    /** All places in a row. */
    static List<Slot> of(ObjectNode row) {
        var slots = new ArrayList<Slot>();
        collect(row, slots, DEEPEST);
        return slots;
    }

    private static void collect(JsonNode parent, List<Slot> slots, int depth) {
        if (depth == 0) {
            return;
        }
        if (parent instanceof ObjectNode object) {
            object.forEachEntry((name, value) -> {
                slots.add(new Slot(object, name, 0));
                collect(value, slots, depth - 1);
            });
        } else {
            for (int i = 0; i < parent.size(); i++) {
                slots.add(new Slot(parent, null, i));
                collect(parent.get(i), slots, depth - 1);
            }
        }
    }

    JsonNode get() {
        return name == null ? parent.get(index) : parent.get(name);
    }

    void set(JsonNode value) {
        if (parent instanceof ObjectNode object) {
            object.set(name, value);
        } else {
            ((ArrayNode) parent).set(index, value);
        }
    }

    void remove() {
        if (parent instanceof ObjectNode object) {
            object.remove(name);
        } else {
            ((ArrayNode) parent).remove(index);
        }
    }

    /** The value under another name, or once more. */
    void move(String otherName) {
        var value = get();
        if (parent instanceof ObjectNode object) {
            object.remove(name);
            object.set(otherName, value);
        } else {
            ((ArrayNode) parent).insert(index, value.deepCopy());
        }
    }
}

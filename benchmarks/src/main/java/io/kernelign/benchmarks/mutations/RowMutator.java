package io.kernelign.benchmarks.mutations;

import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes rows where they stay JSON: types, names, order, what texts say. */
final class RowMutator {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_CHANGES = 4;

    private final List<Seed> seeds;

    RowMutator(List<Seed> seeds) {
        this.seeds = seeds;
    }

    /** A row of a layout with none to three changes. */
    ObjectNode row(Seed seed, SplittableRandom random) {
        var row = seed.row(random).deepCopy();
        for (int changes = random.nextInt(MOST_CHANGES); changes > 0 && !row.isEmpty(); changes--) {
            change(row, random);
        }
        return row;
    }

    private void change(ObjectNode row, SplittableRandom random) {
        var slots = Slot.of(row);
        var slot = any(slots, random);
        switch (random.nextInt(16)) {
            case 0, 1 -> slot.set(Hostile.value(random));
            case 2, 3 -> slot.remove();
            case 4 -> slot.move(Hostile.piece(random));
            case 5 -> slot.move(other(random).name());
            case 6 -> slot.set(JSON.arrayNode().add(slot.get()));
            case 7 -> slot.set(JSON.objectNode().set("content", slot.get()));
            case 8 -> slot.set(retyped(slot.get(), random));
            case 9 -> swap(slot, any(slots, random));
            case 10, 11 -> slot.set(other(random).get().deepCopy());
            default -> slot.set(reworded(slot.get(), random));
        }
    }

    private static Slot any(List<Slot> slots, SplittableRandom random) {
        return slots.get(random.nextInt(slots.size()));
    }

    /** A field of any layout. */
    private Slot other(SplittableRandom random) {
        var row = seeds.get(random.nextInt(seeds.size())).row(random);
        var names = List.copyOf(row.propertyNames());
        return new Slot(row, names.get(random.nextInt(names.size())), 0);
    }

    private static JsonNode retyped(JsonNode value, SplittableRandom random) {
        if (value.isNumber()) {
            return JSON.stringNode(value.asString());
        }
        if (value.isString()) {
            return random.nextBoolean() ? JSON.numberNode(value.stringValue().length()) : JSON.booleanNode(true);
        }
        return value.isContainer() && !value.isEmpty() ? value.iterator().next() : JSON.stringNode(value.toString());
    }

    private static void swap(Slot one, Slot other) {
        var value = one.get().deepCopy();
        one.set(other.get().deepCopy());
        other.set(value);
    }

    private static JsonNode reworded(JsonNode value, SplittableRandom random) {
        if (!value.isString()) {
            return Hostile.value(random);
        }
        var text = value.stringValue();
        int at = random.nextInt(text.length() + 1);
        return JSON.stringNode(
                switch (random.nextInt(6)) {
                    case 0 -> text.substring(at);
                    case 1 -> text.substring(0, at);
                    case 2 -> Hostile.text(random);
                    default -> text.substring(0, at) + Hostile.piece(random) + text.substring(at);
                });
    }
}

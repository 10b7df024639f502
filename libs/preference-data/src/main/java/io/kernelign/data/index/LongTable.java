package io.kernelign.data.index;

import io.kernelign.data.defect.UnusableInputException;
import java.nio.LongBuffer;

/** An open-addressing table from 64 bits, evenly distributed, to a number above 0. Two longs a slot. */
final class LongTable {

    private static final int SMALLEST = 1 << 10;
    private static final int LARGEST = 1 << 26;
    private static final int SLOT_BYTES = 2 * Long.BYTES;

    private final Scratch scratch;
    private Room room;
    private LongBuffer slots;
    private int capacity = SMALLEST;
    private int size;

    LongTable(Scratch scratch) {
        this.scratch = scratch;
        allocate(SMALLEST);
    }

    /** The value of the key, or 0. */
    long get(long key) {
        return slots.get(2 * slot(key) + 1);
    }

    /**
     * Sets the value of the key, which may be there.
     *
     * @throws UnusableInputException there are more keys than the largest table takes
     */
    void put(long key, long value) {
        int slot = slot(key);
        if (slots.get(2 * slot + 1) == 0) {
            put(slot, key, value);
        } else {
            slots.put(2 * slot + 1, value);
        }
    }

    private void put(int free, long key, long value) {
        int slot = free;
        if (4L * ++size > 3L * capacity) {
            grow();
            slot = slot(key);
        }
        slots.put(2 * slot, key);
        slots.put(2 * slot + 1, value);
    }

    /** The value of the key; where there is none, sets it and returns 0. Throws as {@link #put}. */
    long putIfAbsent(long key, long value) {
        int slot = slot(key);
        long before = slots.get(2 * slot + 1);
        if (before == 0) {
            put(slot, key, value);
        }
        return before;
    }

    /** Where the key stands, or the free slot (value 0) where it would. */
    private int slot(long key) {
        int slot = Long.hashCode(key) & (capacity - 1);
        while (slots.get(2 * slot + 1) != 0 && slots.get(2 * slot) != key) {
            slot = (slot + 1) & (capacity - 1);
        }
        return slot;
    }

    private void grow() {
        if (capacity == LARGEST) {
            throw new UnusableInputException(
                    "file", "more than " + (size - 1) + " pairs", "at most " + (size - 1) + " pairs in a data set");
        }
        var oldRoom = room;
        var old = slots;
        int oldCapacity = capacity;
        capacity *= 2;
        allocate(capacity);
        for (int i = 0; i < oldCapacity; i++) {
            long value = old.get(2 * i + 1);
            if (value != 0) {
                int slot = slot(old.get(2 * i));
                slots.put(2 * slot, old.get(2 * i));
                slots.put(2 * slot + 1, value);
            }
        }
        oldRoom.giveBack();
    }

    private void allocate(int wanted) {
        room = scratch.allocate(SLOT_BYTES * wanted);
        slots = room.bytes().asLongBuffer();
    }
}

package io.kernelign.data.index;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of integers, all of one width, that grow at the end. They lie in segments, so that few have to move for others. */
public final class IntList {

    private static final int SMALLEST = 1 << 8;
    private static final int SEGMENT_INTS = 1 << 22;

    private final Scratch scratch;
    private final int width;

    /** A segment has 2 to this power rows, but for the last one, which may have fewer. */
    private final int segmentBits;

    private final List<Room> rooms = new ArrayList<>();
    private IntBuffer[] segments = new IntBuffer[0];
    private long capacity;
    private int size;

    /** An empty list. */
    public IntList(Scratch scratch, int width) {
        this.scratch = scratch;
        this.width = width;
        this.segmentBits = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(SEGMENT_INTS / width);
    }

    /** So many rows of zeros; it does not grow. */
    IntList(Scratch scratch, int width, int rows) {
        this(scratch, width);
        while (capacity < rows) {
            addSegment((int) Math.min(segmentRows(), rows - capacity));
        }
        this.size = rows;
    }

    public int size() {
        return size;
    }

    public void add(int... row) {
        if (size == capacity) {
            grow();
        }
        segments[size >>> segmentBits].put(offset(size), row);
        size++;
    }

    public int get(int row, int column) {
        return segments[row >>> segmentBits].get(offset(row) + column);
    }

    void set(int row, int column, int value) {
        segments[row >>> segmentBits].put(offset(row) + column, value);
    }

    /** Nobody looks at the list any more. */
    void giveBack() {
        rooms.forEach(Room::giveBack);
    }

    private int offset(int row) {
        return (row & segmentRows() - 1) * width;
    }

    private int segmentRows() {
        return 1 << segmentBits;
    }

    /** The first segment grows until it is as large as any; then one follows the other. */
    private void grow() {
        if (size == 0 || size >= segmentRows()) {
            addSegment(size == 0 ? SMALLEST : segmentRows());
            return;
        }
        var old = rooms.remove(0);
        var values = segments[0];
        segments = new IntBuffer[0];
        capacity = 0;
        addSegment(2 * size);
        segments[0].put(0, values, 0, size * width);
        old.giveBack();
    }

    private void addSegment(int rows) {
        var room = scratch.allocate(rows * width * Integer.BYTES);
        rooms.add(room);
        segments = Arrays.copyOf(segments, segments.length + 1);
        segments[segments.length - 1] = room.bytes().asIntBuffer();
        capacity += rows;
    }
}

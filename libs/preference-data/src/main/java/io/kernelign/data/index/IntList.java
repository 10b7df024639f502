package io.kernelign.data.index;

import java.nio.IntBuffer;

/** Rows of integers, all of one width, that grow at the end. */
public final class IntList {

    private static final int SMALLEST = 1 << 8;

    private final Scratch scratch;
    private final int width;
    private IntBuffer values;
    private int size;

    /** An empty list. */
    public IntList(Scratch scratch, int width) {
        this(scratch, width, SMALLEST);
        this.size = 0;
    }

    /** So many rows of zeros. */
    IntList(Scratch scratch, int width, int rows) {
        this.scratch = scratch;
        this.width = width;
        this.values = allocate(rows);
        this.size = rows;
    }

    public int size() {
        return size;
    }

    public void add(int... row) {
        if ((long) (size + 1) * width > values.capacity()) {
            var old = values;
            values = allocate(Math.max(SMALLEST, 2 * size));
            values.put(0, old, 0, size * width);
        }
        values.put(size++ * width, row);
    }

    public int get(int row, int column) {
        return values.get(row * width + column);
    }

    void set(int row, int column, int value) {
        values.put(row * width + column, value);
    }

    private IntBuffer allocate(int rows) {
        return scratch.allocate((long) rows * width * Integer.BYTES).asIntBuffer();
    }
}

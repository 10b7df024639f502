package io.kernelign.data.index;

import java.nio.IntBuffer;

/** Rows of integers, all of one width, that grow at the end. */
public final class IntList {

    private static final int SMALLEST = 1 << 8;

    private final Scratch scratch;
    private final int width;
    private IntBuffer values;
    private int size;

    public IntList(Scratch scratch, int width) {
        this.scratch = scratch;
        this.width = width;
        this.values = allocate(SMALLEST);
    }

    public int size() {
        return size;
    }

    public void add(int... row) {
        if ((long) (size + 1) * width > values.capacity()) {
            var old = values;
            values = allocate(2 * size);
            values.put(0, old, 0, size * width);
        }
        values.put(size++ * width, row);
    }

    public int get(int row, int column) {
        return values.get(row * width + column);
    }

    /** Reads a row. */
    void get(int row, int[] columns) {
        values.get(row * width, columns, 0, width);
    }

    void set(int row, int column, int value) {
        values.put(row * width + column, value);
    }

    private IntBuffer allocate(int rows) {
        return scratch.allocate((long) rows * width * Integer.BYTES).asIntBuffer();
    }
}

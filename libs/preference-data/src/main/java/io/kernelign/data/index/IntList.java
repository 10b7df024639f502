package io.kernelign.data.index;

import java.nio.IntBuffer;

/** Rows of integers, all of one width, that grow at the end. */
final class IntList {

    private static final int SMALLEST = 1 << 8;

    private final Scratch scratch;
    private final int width;
    private IntBuffer values;
    private int size;

    IntList(Scratch scratch, int width) {
        this.scratch = scratch;
        this.width = width;
        this.values = allocate(SMALLEST);
    }

    int size() {
        return size;
    }

    void add(int... row) {
        if ((long) (size + 1) * width > values.capacity()) {
            var old = values;
            values = allocate(2 * size);
            values.put(0, old, 0, size * width);
        }
        values.put(size++ * width, row);
    }

    int get(int row, int column) {
        return values.get(row * width + column);
    }

    void set(int row, int column, int value) {
        values.put(row * width + column, value);
    }

    private IntBuffer allocate(int rows) {
        return scratch.allocate((long) rows * width * Integer.BYTES).asIntBuffer();
    }
}

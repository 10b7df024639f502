package io.kernelign.alignment.selection;

/** So many places in a row, cut into windows whose sizes differ by at most 1. */
record Windows(int places) {

    static final int COUNT = 20;

    int of(int place) {
        return (int) ((COUNT * (place + 1L) - 1) / places);
    }

    int size(int window) {
        return start(window + 1) - start(window);
    }

    private int start(int window) {
        return (int) ((long) places * window / COUNT);
    }
}

package io.kernelign.chat;

/** Bounds what one rendering may cost, so that no template can hold a thread or the heap. */
final class Meter {

    static final long STEPS = 2_000_000;
    static final long VOLUME = 32L << 20;
    static final int DEPTH = 64;

    private long steps;
    private long volume;
    private int depth;

    /** Counts one evaluated node or loop pass. */
    void step() {
        if (++steps > STEPS) {
            throw new Fault("the template takes more than " + STEPS + " steps");
        }
    }

    /** Counts the characters or elements of a new text or list, before it is made. */
    void grow(long size) {
        volume += size;
        if (volume > VOLUME) {
            throw new Fault("the template produces more than " + VOLUME + " characters");
        }
    }

    void enterMacro() {
        if (++depth > DEPTH) {
            throw new Fault("macros call one another more than " + DEPTH + " deep");
        }
    }

    void leaveMacro() {
        depth--;
    }
}

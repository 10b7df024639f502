package io.kernelign.chat;

import java.util.List;
import java.util.Map;

/** Bounds what one rendering may cost, so that no template can hold a thread or the heap. */
final class Meter {

    static final long STEPS = 2_000_000;
    static final long VOLUME = 32L << 20;
    static final int DEPTH = 64;
    /** Parts of a text or list that a step may look at. */
    private static final int PARTS_A_STEP = 64;

    private long steps;
    private long volume;
    private int depth;

    /** Counts one statement, loop pass or nested value. */
    void step() {
        steps(1);
    }

    /** Counts one evaluated node; what comes of it may be looked at whole, so a long text or list counts for more. */
    void evaluated(Object value) {
        steps(1 + size(value) / PARTS_A_STEP);
    }

    private void steps(long count) {
        steps += count;
        if (steps > STEPS) {
            throw new Fault("the template takes more than " + STEPS + " steps");
        }
    }

    private static int size(Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        if (value instanceof List<?> list) {
            return list.size();
        }
        return value instanceof Map<?, ?> map ? map.size() : 0;
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

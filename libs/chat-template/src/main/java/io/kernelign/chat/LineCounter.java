package io.kernelign.chat;

/** Line numbers of positions that are asked for in rising order. */
final class LineCounter {

    private final String source;
    private int position;
    private int line = 1;

    LineCounter(String source) {
        this.source = source;
    }

    int of(int target) {
        for (; position < target; position++) {
            if (source.charAt(position) == '\n') {
                line++;
            }
        }
        return line;
    }
}

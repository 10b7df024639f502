package io.kernelign.data.profile;

/** Lengths of a part of the pairs, in characters (code points) over all its turns; zeros when there is no pair. */
public record Lengths(long min, double mean, long max) {

    static final class Tally {

        private long count;
        private long sum;
        private long min = Long.MAX_VALUE;
        private long max;

        void add(long length) {
            count++;
            sum += length;
            min = Math.min(min, length);
            max = Math.max(max, length);
        }

        Lengths total() {
            return count == 0 ? new Lengths(0, 0, 0) : new Lengths(min, (double) sum / count, max);
        }
    }
}

package io.kernelign.alignment.selection;

import java.util.Arrays;

/**
 * The differences d+ - d- from the smallest to the largest, some 100,000 at a time, so that nothing of the size of the
 * sample is kept; a run is longer only where more of them agree in their first 7 bits.
 */
final class AscendingDifferences {

    private static final int RUN = 1 << 17;
    private static final int BUCKETS = 1 << 16;

    /** Hears the runs in order. */
    interface Listener {

        /**
         * Until it returns both arrays are the listener's, to write to as well.
         *
         * @param values the first {@code count} of which ascend
         * @param pairs whose differences they are
         */
        void run(double[] values, int[] pairs, int count);
    }

    private final PairDistances pairs;
    private long[] keys;
    private double[] values;
    private int[] places;

    private AscendingDifferences(PairDistances pairs) {
        this.pairs = pairs;
        grow(Math.min(RUN, pairs.size()));
    }

    static void visit(PairDistances pairs, Listener listener) {
        new AscendingDifferences(pairs).visit(listener);
    }

    private void visit(Listener listener) {
        var sizes = new int[BUCKETS];
        for (int i = 0; i < pairs.size(); i++) {
            sizes[OrderStatistics.high(sortable(i))]++;
        }
        int from = 0;
        while (from < BUCKETS) {
            int to = from;
            int count = 0;
            do {
                count += sizes[to++];
            } while (to < BUCKETS && count + sizes[to] <= RUN);
            if (count > 0) {
                gather(from, to, count);
                listener.run(values, places, count);
            }
            from = to;
        }
    }

    private void gather(int from, int to, int count) {
        if (count > values.length) {
            grow(count);
        }
        int filled = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int sortable = sortable(i);
            int bucket = OrderStatistics.high(sortable);
            // Written in any case, and over when it does not belong here: a processor cannot guess which ones do.
            keys[filled] = (long) sortable << Integer.SIZE | i;
            filled += from <= bucket && bucket < to ? 1 : 0;
        }
        Arrays.parallelSort(keys, 0, count);
        for (int k = 0; k < count; k++) {
            values[k] = OrderStatistics.value((int) (keys[k] >> Integer.SIZE));
            places[k] = (int) keys[k];
        }
    }

    private int sortable(int pair) {
        return OrderStatistics.sortable((float) pairs.difference(pair));
    }

    private void grow(int size) {
        keys = new long[size + 1];
        values = new double[size];
        places = new int[size];
    }
}

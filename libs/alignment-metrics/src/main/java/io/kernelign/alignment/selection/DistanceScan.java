package io.kernelign.alignment.selection;

import java.util.stream.IntStream;

/** Reads every vector once, on all cores, and keeps three numbers of each pair. */
record DistanceScan(int dimension, PairVectors vectors, float[] toChosen, float[] toRejected, float[] between) {

    private static final int PARTS = 64;

    void run() {
        IntStream.range(0, PARTS).parallel().forEach(this::part);
        for (int pair = 0; pair < toChosen.length; pair++) {
            if (Float.isNaN(toChosen[pair]) || Float.isNaN(toRejected[pair])) {
                throw new IllegalArgumentException("an embedding of pair " + pair + " has no direction");
            }
        }
    }

    private void part(int part) {
        var prompt = new float[dimension];
        var chosen = new float[dimension];
        var rejected = new float[dimension];
        int end = start(part + 1);
        for (int pair = start(part); pair < end; pair++) {
            vectors.read(pair, prompt, chosen, rejected);
            measure(pair, prompt, chosen, rejected);
        }
    }

    private int start(int part) {
        return (int) ((long) toChosen.length * part / PARTS);
    }

    private void measure(int pair, float[] prompt, float[] chosen, float[] rejected) {
        double xx = 0;
        double cc = 0;
        double rr = 0;
        double xc = 0;
        double xr = 0;
        double cr = 0;
        for (int i = 0; i < dimension; i++) {
            double x = prompt[i];
            double c = chosen[i];
            double r = rejected[i];
            xx = Math.fma(x, x, xx);
            cc = Math.fma(c, c, cc);
            rr = Math.fma(r, r, rr);
            xc = Math.fma(x, c, xc);
            xr = Math.fma(x, r, xr);
            cr = Math.fma(c, r, cr);
        }
        toChosen[pair] = distance(xc, xx, cc);
        toRejected[pair] = distance(xr, xx, rr);
        between[pair] = distance(cr, cc, rr);
    }

    /** |a/|a| - b/|b||; exactly 0 for the same vectors, whose sums are rounded alike; NaN when one has no direction. */
    private static float distance(double dot, double squaresA, double squaresB) {
        return (float) Math.sqrt(Math.max(0, 2 - 2 * dot / Math.sqrt(squaresA * squaresB)));
    }
}

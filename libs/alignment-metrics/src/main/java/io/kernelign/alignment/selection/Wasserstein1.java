package io.kernelign.alignment.selection;

/** The 1-Wasserstein distance of two empirical distributions. */
final class Wasserstein1 {

    private Wasserstein1() {}

    /** Integral of the difference of the two quantile functions; both samples sorted and not empty. */
    static double between(double[] a, double[] b) {
        double sum = 0;
        double done = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            double endA = (i + 1.0) / a.length;
            double endB = (j + 1.0) / b.length;
            double end = Math.min(endA, endB);
            sum += (end - done) * Math.abs(a[i] - b[j]);
            done = end;
            i += endA <= end ? 1 : 0;
            j += endB <= end ? 1 : 0;
        }
        return sum;
    }
}

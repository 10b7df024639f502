package io.kernelign.alignment.selection;

/** Equal bins over [least, most]. */
record Bins(double least, double most, int count) {

    private static final int FEWEST = 8;
    private static final int MOST = 64;

    /**
     * Bins for all 2n distances d+ and d-, of width 2 IQR / (2n)^(1/3) (Freedman and Diaconis 1981), but 8 to 64 of them.
     *
     * @param pairs whose distances are not all the same
     */
    static Bins of(PairDistances pairs) {
        int count = 2 * pairs.size();
        var distances = new OrderStatistics(count, pairs::pooled);
        double least = distances.ranked(0);
        double most = distances.ranked(count - 1);
        double width = 2 * (distances.quantile(0.75) - distances.quantile(0.25)) / Math.cbrt(count);
        double wanted = Math.ceil((most - least) / width);
        return new Bins(least, most, (int) Math.max(FEWEST, Math.min(MOST, wanted)));
    }

    int indexOf(double value) {
        return Math.min(count - 1, (int) ((value - least) / (most - least) * count));
    }
}

package io.kernelign.alignment.evaluation;

/**
 * How far sigma(reward margin), the probability that the reward model gives to the preference (Bradley and Terry 1952), can
 * be taken at its word.
 *
 * @param expectedError expected calibration error (Guo et al. 2017): mean distance between the share of pairs that are
 *     ranked right and the confidence sigma(|margin|), over 20 bins of equal width, of which the ten above 1/2 can be
 *     filled; a tie is right by half
 * @param brier mean of (1 - sigma(margin))^2: 0 is certain and right, 1/4 is what no preference has
 */
public record Calibration(double expectedError, double brier) {

    private static final int BINS = 20;

    /**
     * @param margins beta h of each pair
     * @throws IllegalArgumentException when there is no margin
     */
    public static Calibration of(double[] margins) {
        if (margins.length == 0) {
            throw new IllegalArgumentException("calibration needs at least one pair");
        }
        var excess = new double[BINS];
        double squares = 0;
        for (double margin : margins) {
            double confidence = sigmoid(Math.abs(margin));
            excess[bin(confidence)] += Accuracy.credit(margin) - confidence;
            double doubt = sigmoid(-margin);
            squares += doubt * doubt;
        }
        double error = 0;
        for (double sum : excess) {
            error += Math.abs(sum) / margins.length;
        }
        return new Calibration(error, squares / margins.length);
    }

    /** Of two bins that share an edge, the lower one has it. */
    private static int bin(double confidence) {
        return (int) Math.ceil(confidence * BINS) - 1;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}

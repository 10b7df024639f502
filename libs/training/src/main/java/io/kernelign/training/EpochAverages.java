package io.kernelign.training;

import java.util.Map;

/**
 * Loss and accuracy of the pairs trained on since the last epoch ended, each as it was met, and how far they are from those
 * of the held-out pairs (the generalisation gap). Steps that were skipped do not count.
 */
final class EpochAverages {

    private double pairs;
    private double loss;
    private double accuracy;

    EpochAverages() {}

    /** What {@link #toArray} wrote. */
    EpochAverages(float[] array) {
        pairs = array[0];
        loss = array[1];
        accuracy = array[2];
    }

    void add(int pairsOfStep, Map<String, Double> metrics) {
        double next = metrics.get("loss");
        if (Double.isFinite(next)) {
            pairs += pairsOfStep;
            loss += pairsOfStep * next;
            accuracy += pairsOfStep * metrics.get("reward_accuracy");
        }
    }

    /** Adds the averages, and train less held-out, to the metrics of an evaluation; begins again. */
    void tell(Map<String, Double> heldOut) {
        if (pairs > 0) {
            tell("loss", loss / pairs, heldOut.get("loss"), heldOut);
            tell("accuracy", accuracy / pairs, heldOut.get("preference_accuracy"), heldOut);
        }
        pairs = 0;
        loss = 0;
        accuracy = 0;
    }

    private static void tell(String name, double trained, double heldOut, Map<String, Double> metrics) {
        metrics.put("generalisation.train_" + name, trained);
        metrics.put("generalisation." + name + "_gap", trained - heldOut);
    }

    /** Rounded to single precision. */
    float[] toArray() {
        return new float[] {(float) pairs, (float) loss, (float) accuracy};
    }
}

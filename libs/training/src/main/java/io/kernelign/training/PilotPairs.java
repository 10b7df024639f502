package io.kernelign.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The held-out pairs in the order in which the rungs of a pilot take them in: the seed decides it. */
final class PilotPairs {

    private PilotPairs() {}

    static List<EncodedPair> ordered(TrainingTask task) {
        var pairs = new ArrayList<>(task.heldOut());
        Collections.shuffle(pairs, new Random(task.training().seed()));
        return pairs;
    }
}

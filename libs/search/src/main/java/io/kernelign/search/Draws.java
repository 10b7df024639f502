package io.kernelign.search;

import java.util.List;
import java.util.Random;

/** Random numbers of each trial, which depend on the seed and on the trial's number and on nothing else. */
final class Draws {

    private final Random random;

    Draws(long seed, int trial) {
        random = new Random(mixed(mixed(seed) + trial));
    }

    /** SplitMix64's: seeds that differ in one bit give streams that have nothing in common. */
    private static long mixed(long seed) {
        long bits = seed + 0x9E3779B97F4A7C15L;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }

    /** Uniform in [0, 1). */
    double share() {
        return random.nextDouble();
    }

    /** A uniform point that no trial has had; the space has one. */
    Point untried(Space space, List<Trial> trials) {
        while (true) {
            var point = new Point(space.dimensions().stream()
                    .map(dimension -> dimension.at(share()))
                    .toList());
            if (isUntried(point, trials)) {
                return point;
            }
        }
    }

    static boolean isUntried(Point point, List<Trial> trials) {
        return trials.stream().noneMatch(trial -> trial.point().equals(point));
    }
}

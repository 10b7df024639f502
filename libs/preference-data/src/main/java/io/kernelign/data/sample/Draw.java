package io.kernelign.data.sample;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Numbers drawn from a range without replacement: the beginning of a shuffle (Durstenfeld 1964) of which only what moved is kept. */
final class Draw {

    private Draw() {}

    /**
     * @param count of the range, which begins at 0
     * @param wanted how many to draw
     * @return when each drawn number was drawn, from 0
     */
    static Map<Long, Integer> ranks(long count, int wanted, long seed) {
        var random = new SplittableRandom(seed);
        var moved = new HashMap<Long, Long>();
        var ranks = new HashMap<Long, Integer>();
        for (int rank = 0; rank < Math.min(count, wanted); rank++) {
            long place = random.nextLong(rank, count);
            long first = moved.getOrDefault((long) rank, (long) rank);
            ranks.put(moved.getOrDefault(place, place), rank);
            moved.put(place, first);
        }
        return ranks;
    }
}

package io.kernelign.benchmarks.objective.study.language;

import java.util.Arrays;
import java.util.Random;

/**
 * What makes a response good: its words, some better than others; which word follows which; and that it names the topics.
 *
 * @param words [words] worth of each word
 * @param bigrams [words][words] worth of each word after each
 */
record Rule(double[] words, double[][] bigrams) {

    private static final double OF_WORDS = 3;
    private static final double OF_BIGRAMS = 1;
    private static final double OF_TOPICS = 1.5;

    static Rule drawn(Random random) {
        var words = new double[Language.WORDS];
        var bigrams = new double[Language.WORDS][Language.WORDS];
        for (int word = 0; word < Language.WORDS; word++) {
            words[word] = random.nextGaussian();
            for (int next = 0; next < Language.WORDS; next++) {
                bigrams[word][next] = random.nextGaussian();
            }
        }
        return new Rule(words, bigrams);
    }

    /** How good a response is; a difference of 1 turns even odds into e to 1. */
    double reward(int[] topics, int[] response) {
        double sum = OF_WORDS * words[response[0]];
        for (int i = 1; i < response.length; i++) {
            sum += OF_WORDS * words[response[i]] + OF_BIGRAMS * bigrams[response[i - 1]][response[i]];
        }
        return sum / Math.sqrt(response.length) + OF_TOPICS * named(topics, response);
    }

    private static long named(int[] topics, int[] response) {
        return Arrays.stream(topics)
                .distinct()
                .filter(topic -> Arrays.stream(response).anyMatch(word -> word == topic))
                .count();
    }
}

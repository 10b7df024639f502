package io.kernelign.benchmarks.objective.study.language;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * A language of random words: a prompt names a few topics, a response is a walk through the words that now and then comes
 * back to a topic.
 *
 * @param following [words][words] how likely each word follows each; rows sum to 1
 */
record Language(double[][] following) {

    static final int WORDS = 37;
    static final int TOPICS = 3;

    private static final int BEGIN = 0;
    private static final int ANSWER = 1;
    private static final int END = 2;
    private static final int FIRST_WORD = 3;

    /** Words and the three marks. */
    static final int VOCABULARY = FIRST_WORD + WORDS;

    private static final int SHORTEST = 4;
    private static final int LONGEST = 10;
    private static final double SPREAD = 1.5;
    private static final double BACK_TO_TOPIC = 0.2;

    static Language drawn(Random random) {
        var following = new double[WORDS][WORDS];
        for (var row : following) {
            double sum = 0;
            for (int word = 0; word < WORDS; word++) {
                row[word] = Math.exp(SPREAD * random.nextGaussian());
                sum += row[word];
            }
            for (int word = 0; word < WORDS; word++) {
                row[word] /= sum;
            }
        }
        return new Language(following);
    }

    /** The topics of a prompt, by word. */
    int[] topics(Random random) {
        return random.ints(TOPICS, 0, WORDS).toArray();
    }

    /** A response to a prompt, by word. */
    int[] response(int[] topics, Random random) {
        var words = new int[SHORTEST + random.nextInt(LONGEST - SHORTEST + 1)];
        for (int i = 0; i < words.length; i++) {
            boolean back = i == 0 || random.nextDouble() < BACK_TO_TOPIC;
            words[i] = back ? topics[random.nextInt(TOPICS)] : next(words[i - 1], random);
        }
        return words;
    }

    private int next(int word, Random random) {
        double left = random.nextDouble();
        for (int candidate = 0; candidate < WORDS - 1; candidate++) {
            left -= following[word][candidate];
            if (left < 0) {
                return candidate;
            }
        }
        return WORDS - 1;
    }

    /** A prompt in tokens. */
    static long[] promptTokens(int[] topics) {
        return LongStream.concat(LongStream.concat(LongStream.of(BEGIN), tokens(topics)), LongStream.of(ANSWER))
                .toArray();
    }

    /** A response in tokens. */
    static long[] responseTokens(int[] words) {
        return LongStream.concat(tokens(words), LongStream.of(END)).toArray();
    }

    private static LongStream tokens(int[] words) {
        return Arrays.stream(words).mapToLong(word -> FIRST_WORD + word);
    }
}

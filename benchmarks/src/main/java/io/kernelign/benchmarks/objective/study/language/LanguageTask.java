package io.kernelign.benchmarks.objective.study.language;

import io.kernelign.lm.decoder.PackedRows.Row;
import io.kernelign.training.EncodedPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The one language and the one rule of the study, and what is drawn from them. */
public final class LanguageTask {

    private static final long SEED = 20250103;
    private static final long CORPUS_SEED = SEED + 1;

    /** Far from every seed of training pairs. */
    private static final long TEST_SEEDS = 1L << 40;

    /** Says which of two responses is preferred, by how much better the first one is. */
    @FunctionalInterface
    private interface Label {
        boolean first(double advantage);
    }

    private final Language language;
    private final Rule rule;

    public LanguageTask() {
        var random = new Random(SEED);
        language = Language.drawn(random);
        rule = Rule.drawn(random);
    }

    /** Prompts with one response each, to pre-train on. */
    List<Row> corpus(int count) {
        var random = new Random(CORPUS_SEED);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < count; i++) {
            var topics = language.topics(random);
            var response = language.response(topics, random);
            rows.add(new Row(Language.promptTokens(topics), Language.responseTokens(response), new long[0]));
        }
        return rows;
    }

    /**
     * Training pairs, labelled by Bradley and Terry's model of the rule's rewards; the given share of the labels is then
     * flipped.
     */
    public List<EncodedPair> toTrain(long seed, int count, double flipped) {
        var random = new Random(seed);
        return pairs(
                random,
                count,
                advantage -> random.nextDouble() < 1 / (1 + Math.exp(-advantage)) ^ random.nextDouble() < flipped);
    }

    /** Test pairs of a seed: chosen is what the rule prefers. */
    public List<EncodedPair> toTest(long seed, int count) {
        return pairs(new Random(TEST_SEEDS + seed), count, advantage -> advantage > 0);
    }

    private List<EncodedPair> pairs(Random random, int count, Label label) {
        var pairs = new ArrayList<EncodedPair>();
        for (int i = 0; i < count; i++) {
            var topics = language.topics(random);
            var one = language.response(topics, random);
            var other = language.response(topics, random);
            boolean first = label.first(rule.reward(topics, one) - rule.reward(topics, other));
            pairs.add(new EncodedPair(
                    String.valueOf(i),
                    null,
                    new Row(
                            Language.promptTokens(topics),
                            Language.responseTokens(first ? one : other),
                            Language.responseTokens(first ? other : one))));
        }
        return pairs;
    }
}

package io.kernelign.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A fixed partition of pairs into forward passes of similar lengths within a token budget.
 *
 * <p>The partition is the same in every epoch and on every resume; only the order of its batches changes. So what the
 * reference says of a batch is computed once, in exactly the shape in which the policy meets it, and is the same to the
 * last bit whenever it is computed again.
 */
public final class Batches {

    private final List<List<EncodedPair>> batches;

    private Batches(List<List<EncodedPair>> batches) {
        this.batches = List.copyOf(batches);
    }

    /**
     * @param budget most tokens of a batch; a longer pair is a batch of its own
     * @param seed decides which pairs of equal length go together
     */
    public static Batches of(List<EncodedPair> pairs, int budget, long seed) {
        var sorted = new ArrayList<>(pairs);
        Collections.shuffle(sorted, new Random(seed));
        sorted.sort(Comparator.comparingInt(EncodedPair::length));
        var batches = new ArrayList<List<EncodedPair>>();
        var current = new ArrayList<EncodedPair>();
        int tokens = 0;
        for (var pair : sorted) {
            if (!current.isEmpty() && tokens + pair.length() > budget) {
                batches.add(List.copyOf(current));
                current.clear();
                tokens = 0;
            }
            current.add(pair);
            tokens += pair.length();
        }
        if (!current.isEmpty()) {
            batches.add(List.copyOf(current));
        }
        return new Batches(batches);
    }

    public int size() {
        return batches.size();
    }

    public List<EncodedPair> get(int index) {
        return batches.get(index);
    }

    /** All pairs, batch by batch. */
    public List<EncodedPair> pairs() {
        return batches.stream().flatMap(List::stream).toList();
    }

    /** Optimiser steps of one epoch. */
    public long stepsPerEpoch(int accumulation) {
        return (batches.size() + accumulation - 1) / accumulation;
    }

    /**
     * The batches that one optimiser step accumulates, by index: each epoch visits every batch once, in an order that
     * seed and epoch decide; the last step of an epoch takes what is left.
     */
    public List<Integer> ofStep(long step, int accumulation, long seed) {
        long epoch = step / stepsPerEpoch(accumulation);
        int first = Math.toIntExact(step % stepsPerEpoch(accumulation)) * accumulation;
        var order = new ArrayList<Integer>();
        for (int i = 0; i < batches.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed * 1_000_003 + epoch));
        return List.copyOf(order.subList(first, Math.min(first + accumulation, order.size())));
    }

    /** Tokens of the largest batch. */
    public long largest() {
        return batches.stream()
                .mapToLong(
                        batch -> batch.stream().mapToLong(EncodedPair::length).sum())
                .max()
                .orElse(0);
    }

    /** Tokens that one epoch reads. */
    public long tokens() {
        return pairs().stream().mapToLong(EncodedPair::length).sum();
    }
}

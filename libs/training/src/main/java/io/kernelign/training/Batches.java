package io.kernelign.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;

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
        return new Batches(partition(pairs, EncodedPair::length, budget, seed));
    }

    /** The same partition of anything that has a length. */
    public static <T> List<List<T>> partition(List<T> items, ToIntFunction<T> length, int budget, long seed) {
        var sorted = new ArrayList<>(items);
        Collections.shuffle(sorted, new Random(seed));
        sorted.sort(Comparator.comparingInt(length));
        var parts = new ArrayList<List<T>>();
        var current = new ArrayList<T>();
        int tokens = 0;
        for (var item : sorted) {
            if (!current.isEmpty() && tokens + length.applyAsInt(item) > budget) {
                parts.add(List.copyOf(current));
                current.clear();
                tokens = 0;
            }
            current.add(item);
            tokens += length.applyAsInt(item);
        }
        if (!current.isEmpty()) {
            parts.add(List.copyOf(current));
        }
        return parts;
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
}

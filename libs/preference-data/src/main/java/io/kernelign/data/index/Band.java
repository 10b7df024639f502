package io.kernelign.data.index;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * One of {@value #COUNT} bands into which signatures are cut to see which prompts may be nearly the same (locality-sensitive
 * hashing): of all prompts that agree in the band, the one with the smallest hash is the first.
 *
 * <p>Told once all prompts are known. The keys of the band are sorted into parts, each small enough for its table to stay in
 * the processor's cache: with one table of all keys every prompt would wait for memory.
 */
final class Band {

    static final int COUNT = 4;

    private static final int BINS = PromptSignature.BINS / COUNT;
    private static final int KEYS_OF_A_PART = 1 << 14;
    private static final int HIGH = 0;
    private static final int LOW = 1;
    private static final int PROMPT = 2;
    private static final int HASH = 3;

    private final Scratch scratch;
    private final int band;
    private final IntList signatures;
    private final IntToLongFunction hash;

    /** Part after part the two halves of each key, its prompt, and the first half of that one's hash. */
    private final IntList keys;

    /** Where each part begins among the keys, and where the last one ends. */
    private final int[] parts;

    /** For each key of a part, at a place that the key tells, 1 more than where the first prompt of that key stands. */
    private IntList slots;

    private int mask;

    private Band(Scratch scratch, int band, IntList signatures, IntToLongFunction hash) {
        int prompts = signatures.size();
        this.scratch = scratch;
        this.band = band;
        this.signatures = signatures;
        this.hash = hash;
        this.keys = new IntList(scratch, HASH + 1, prompts);
        this.parts = new int[Math.max(1, Integer.highestOneBit(prompts / KEYS_OF_A_PART)) + 1];
        this.slots = new IntList(scratch, 1, 0);
    }

    /**
     * The first prompt of each band of each prompt, {@value #COUNT} indices each.
     *
     * @param signatures of the prompts
     * @param hash of the prompt of an index, by which prompts are ordered without a sign
     */
    static IntList firsts(Scratch scratch, IntList signatures, IntToLongFunction hash) {
        var firsts = new IntList(scratch, COUNT, signatures.size());
        IntStream.range(0, COUNT).parallel().forEach(band -> new Band(scratch, band, signatures, hash).tell(firsts));
        return firsts;
    }

    private void tell(IntList firsts) {
        sort();
        for (int part = 0; part < parts.length - 1; part++) {
            clear(parts[part + 1] - parts[part]);
            for (int at = parts[part]; at < parts[part + 1]; at++) {
                int slot = slot(at);
                int first = slots.get(slot, 0) - 1;
                if (first < 0 || isBefore(at, first)) {
                    slots.set(slot, 0, at + 1);
                }
            }
            for (int at = parts[part]; at < parts[part + 1]; at++) {
                firsts.set(keys.get(at, PROMPT), band, keys.get(slots.get(slot(at), 0) - 1, PROMPT));
            }
        }
        keys.giveBack();
        slots.giveBack();
    }

    private void sort() {
        for (int prompt = 0; prompt < signatures.size(); prompt++) {
            parts[part(key(prompt)) + 1]++;
        }
        Arrays.parallelPrefix(parts, Integer::sum);
        var ends = parts.clone();
        for (int prompt = 0; prompt < signatures.size(); prompt++) {
            long key = key(prompt);
            int at = ends[part(key)]++;
            keys.set(at, HIGH, (int) (key >>> Integer.SIZE));
            keys.set(at, LOW, (int) key);
            keys.set(at, PROMPT, prompt);
            keys.set(at, HASH, (int) (hash.applyAsLong(prompt) >>> Integer.SIZE));
        }
    }

    private long key(int prompt) {
        long key = band;
        for (int bin = band * BINS; bin < (band + 1) * BINS; bin++) {
            key = (key + signatures.get(prompt, bin)) * PromptSignature.BASE;
        }
        return PromptSignature.mix(key);
    }

    private int part(long key) {
        return (int) (key >>> Integer.SIZE) & (parts.length - 2);
    }

    /** Makes room for the slots of so many keys, twice as much at least. */
    private void clear(int count) {
        int capacity = Integer.highestOneBit(Math.max(1, count)) << 2;
        mask = capacity - 1;
        if (slots.size() < capacity) {
            slots.giveBack();
            slots = new IntList(scratch, 1, capacity);
        } else {
            for (int slot = 0; slot < capacity; slot++) {
                slots.set(slot, 0, 0);
            }
        }
    }

    /** Where the first prompt of the key is told that stands there, or is to be told. */
    private int slot(int at) {
        int slot = keys.get(at, LOW) & mask;
        while (slots.get(slot, 0) != 0 && !isSameKey(slots.get(slot, 0) - 1, at)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean isSameKey(int one, int other) {
        return keys.get(one, LOW) == keys.get(other, LOW) && keys.get(one, HIGH) == keys.get(other, HIGH);
    }

    private boolean isBefore(int at, int other) {
        int order = Integer.compareUnsigned(keys.get(at, HASH), keys.get(other, HASH));
        return order != 0 ? order < 0 : isBeforeByWholeHash(keys.get(at, PROMPT), keys.get(other, PROMPT));
    }

    private boolean isBeforeByWholeHash(int prompt, int other) {
        return Long.compareUnsigned(hash.applyAsLong(prompt), hash.applyAsLong(other)) < 0;
    }
}

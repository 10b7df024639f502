package io.kernelign.data.index;

/**
 * Which prompts are nearly the same: those whose signatures agree in at least {@value #ALIKE} of
 * {@value PromptSignature#BINS} bins, and whatever these are nearly the same as. Candidates are found by bands of the
 * signature (locality-sensitive hashing); each is compared with the one of its band that has the smallest hash, so that the
 * groups do not depend on the order of the prompts. Two prompts of which nine tenths agree are found with a chance of 0.95.
 */
public final class PromptGroups {

    /** A group above this share of all prompts is a template that they share; its prompts stand alone. */
    private static final double LARGEST_SHARE = 0.05;

    private static final int LARGEST_SMALL_GROUP = 20;
    private static final int ALIKE = 19;
    private static final int BOTH_SIDES = 3;
    private static final int BANDS = 4;
    private static final int BAND_BINS = PromptSignature.BINS / BANDS;

    private final LongTable known;
    private final LongTable[] bands = new LongTable[BANDS];
    private final IntList signatures;
    private final IntList parents;
    private final IntList sizes;
    private final IntList hashes;
    private final IntList sides;
    private boolean united;

    public PromptGroups(Scratch scratch) {
        known = new LongTable(scratch);
        for (int band = 0; band < BANDS; band++) {
            bands[band] = new LongTable(scratch);
        }
        signatures = new IntList(scratch, PromptSignature.BINS);
        parents = new IntList(scratch, 1);
        sizes = new IntList(scratch, 1);
        hashes = new IntList(scratch, 2);
        sides = new IntList(scratch, 1);
    }

    /**
     * Takes a prompt up, if it is not known yet.
     *
     * @param signature its {@link PromptSignature}
     * @param hash 64 evenly distributed bits of it
     * @return its index: how many others there were before it
     */
    public int add(int[] signature, long hash) {
        int index = parents.size();
        long before = known.putIfAbsent(hash, index + 1L);
        if (before != 0) {
            return (int) before - 1;
        }
        signatures.add(signature);
        parents.add(index);
        sizes.add(1);
        sides.add(0);
        hashes.add((int) (hash >>> 32), (int) hash);
        for (int band = 0; band < BANDS; band++) {
            long key = bandKey(signature, band);
            long other = bands[band].putIfAbsent(key, index + 1L);
            if (other != 0 && Long.compareUnsigned(hash, hash((int) other - 1)) < 0) {
                bands[band].put(key, index + 1L);
            }
        }
        return index;
    }

    /** Sixty-four bits made of others, evenly distributed over all of them. */
    public static long mix(long bits) {
        return PromptSignature.mix(bits);
    }

    /** How many different prompts there are. */
    public int prompts() {
        return parents.size();
    }

    /** How many prompts have another one that is nearly the same. */
    public long nearDuplicates() {
        unite();
        long inGroups = 0;
        for (int i = 0; i < prompts(); i++) {
            inGroups += sizes.get(root(i), 0) > 1 && !isTemplate(root(i)) ? 1 : 0;
        }
        return inGroups;
    }

    /** Notes that the prompt of an index stands on a side, 0 or 1. */
    public void stand(int prompt, int side) {
        unite();
        int root = root(prompt);
        sides.set(root, 0, sides.get(root, 0) | 1 << side);
    }

    /** How many prompts have one that is nearly the same on the other side. */
    public long acrossSides() {
        long across = 0;
        for (int i = 0; i < prompts(); i++) {
            int root = root(i);
            across += sides.get(root, 0) == BOTH_SIDES && !isTemplate(root) ? 1 : 0;
        }
        return across;
    }

    /** The smallest hash among the prompts that are nearly the same as the one of an index, itself included. */
    public long representative(int prompt) {
        unite();
        int root = root(prompt);
        return hash(isTemplate(root) ? prompt : root);
    }

    private boolean isTemplate(int root) {
        return sizes.get(root, 0) > Math.max(LARGEST_SMALL_GROUP, LARGEST_SHARE * prompts());
    }

    private void unite() {
        if (united) {
            return;
        }
        united = true;
        var one = new int[PromptSignature.BINS];
        var other = new int[PromptSignature.BINS];
        var firsts = new int[BANDS];
        for (int i = 0; i < prompts(); i++) {
            signatures.get(i, one);
            // All at once, so that the processor waits for all of them at once.
            for (int band = 0; band < BANDS; band++) {
                firsts[band] = (int) bands[band].get(bandKey(one, band)) - 1;
            }
            int root = root(i);
            for (int first : firsts) {
                if (first != i && root(first) != root) {
                    signatures.get(first, other);
                    if (PromptSignature.agreement(one, other) >= ALIKE) {
                        unite(root, root(first));
                        root = root(i);
                    }
                }
            }
        }
    }

    /** The root of a group is its prompt with the smallest hash. */
    private void unite(int one, int other) {
        boolean oneIsRoot = Long.compareUnsigned(hash(one), hash(other)) < 0;
        int root = oneIsRoot ? one : other;
        int child = oneIsRoot ? other : one;
        parents.set(child, 0, root);
        sizes.set(root, 0, sizes.get(root, 0) + sizes.get(child, 0));
    }

    private int root(int index) {
        int at = index;
        while (parents.get(at, 0) != at) {
            parents.set(at, 0, parents.get(parents.get(at, 0), 0));
            at = parents.get(at, 0);
        }
        return at;
    }

    private long hash(int index) {
        return (long) hashes.get(index, 0) << 32 | hashes.get(index, 1) & 0xFFFF_FFFFL;
    }

    private static long bandKey(int[] signature, int band) {
        long key = band;
        for (int bin = band * BAND_BINS; bin < (band + 1) * BAND_BINS; bin++) {
            key = PromptSignature.mix(key ^ signature[bin]);
        }
        return key;
    }
}

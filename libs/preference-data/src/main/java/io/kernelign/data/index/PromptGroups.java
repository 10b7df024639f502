package io.kernelign.data.index;

/**
 * Which prompts are nearly the same: those whose signatures agree in at least {@value #ALIKE} of
 * {@value PromptSignature#BINS} bins, and whatever these are nearly the same as. Each is compared with the first prompts of
 * each {@link Band}, so that the groups do not depend on the order of the prompts. Two prompts of which nine tenths agree
 * are found with a chance of 0.95.
 */
public final class PromptGroups {

    /** A group above this share of all prompts is a template that they share; its prompts stand alone. */
    private static final double LARGEST_SHARE = 0.05;

    private static final int LARGEST_SMALL_GROUP = 20;
    private static final int ALIKE = 19;
    private static final int BOTH_SIDES = 3;

    private final Scratch scratch;
    private final LongTable known;
    private final IntList signatures;
    private final IntList hashes;

    /** The groups, and of each the sides on which it stands; {@code null} before all prompts are known. */
    private DisjointSets groups;

    private IntList sides;

    public PromptGroups(Scratch scratch) {
        this.scratch = scratch;
        this.known = new LongTable(scratch);
        this.signatures = new IntList(scratch, PromptSignature.BINS);
        this.hashes = new IntList(scratch, 2);
    }

    /**
     * Takes a prompt up, if it is not known yet. Not to be called with another one once anything was asked.
     *
     * @param signature its {@link PromptSignature}
     * @param hash 64 evenly distributed bits of it
     * @return its index: how many others there were before it
     */
    public int add(int[] signature, long hash) {
        int index = prompts();
        long before = known.putIfAbsent(hash, index + 1L);
        if (before != 0) {
            return (int) before - 1;
        }
        signatures.add(signature);
        hashes.add((int) (hash >>> Integer.SIZE), (int) hash);
        return index;
    }

    /** Sixty-four bits made of others, evenly distributed over all of them. */
    public static long mix(long bits) {
        return PromptSignature.mix(bits);
    }

    /** How many different prompts there are. */
    public int prompts() {
        return hashes.size();
    }

    /** How many prompts have another one that is nearly the same. */
    public long nearDuplicates() {
        unite();
        long inGroups = 0;
        for (int i = 0; i < prompts(); i++) {
            int root = groups.root(i);
            inGroups += groups.size(root) > 1 && !isTemplate(root) ? 1 : 0;
        }
        return inGroups;
    }

    /** Notes that the prompt of an index stands on a side, 0 or 1. */
    public void stand(int prompt, int side) {
        unite();
        int root = groups.root(prompt);
        sides.set(root, 0, sides.get(root, 0) | 1 << side);
    }

    /** How many prompts have one that is nearly the same on the other side. */
    public long acrossSides() {
        unite();
        long across = 0;
        for (int i = 0; i < prompts(); i++) {
            int root = groups.root(i);
            across += sides.get(root, 0) == BOTH_SIDES && !isTemplate(root) ? 1 : 0;
        }
        return across;
    }

    /** The smallest hash among the prompts that are nearly the same as the one of an index, itself included. */
    public long representative(int prompt) {
        unite();
        int root = groups.root(prompt);
        return hash(isTemplate(root) ? prompt : root);
    }

    private boolean isTemplate(int root) {
        return groups.size(root) > Math.max(LARGEST_SMALL_GROUP, LARGEST_SHARE * prompts());
    }

    private void unite() {
        if (groups != null) {
            return;
        }
        groups = new DisjointSets(scratch, prompts(), this::hash);
        sides = new IntList(scratch, 1, prompts());
        var firsts = Band.firsts(scratch, signatures, this::hash);
        for (int i = 0; i < prompts(); i++) {
            for (int band = 0; band < Band.COUNT; band++) {
                uniteIfAlike(i, firsts.get(i, band));
            }
        }
        firsts.giveBack();
    }

    private void uniteIfAlike(int one, int other) {
        if (one == other) {
            return;
        }
        int root = groups.root(one);
        int otherRoot = groups.root(other);
        if (root != otherRoot && agreement(one, other) >= ALIKE) {
            groups.unite(root, otherRoot);
        }
    }

    /** In how many bins the signatures of two prompts agree. */
    private int agreement(int one, int other) {
        int equal = 0;
        for (int bin = 0; bin < PromptSignature.BINS; bin++) {
            equal += signatures.get(one, bin) == signatures.get(other, bin) ? 1 : 0;
        }
        return equal;
    }

    private long hash(int index) {
        return (long) hashes.get(index, 0) << Integer.SIZE | hashes.get(index, 1) & 0xFFFF_FFFFL;
    }
}

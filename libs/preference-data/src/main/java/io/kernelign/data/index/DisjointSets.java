package io.kernelign.data.index;

import java.util.function.IntToLongFunction;

/** Sets of numbers that are united two by two (union-find). The root of a set is its number with the smallest hash. */
final class DisjointSets {

    private final IntToLongFunction hash;
    private final IntList parents;
    private final IntList sizes;

    /**
     * Each number a set of its own.
     *
     * @param hash by which numbers are ordered, without a sign
     */
    DisjointSets(Scratch scratch, int count, IntToLongFunction hash) {
        this.hash = hash;
        this.parents = new IntList(scratch, 1, count);
        this.sizes = new IntList(scratch, 1, count);
        for (int i = 0; i < count; i++) {
            parents.set(i, 0, i);
            sizes.set(i, 0, 1);
        }
    }

    int root(int number) {
        int at = number;
        for (int parent = parents.get(at, 0); parent != at; parent = parents.get(at, 0)) {
            parents.set(at, 0, parents.get(parent, 0));
            at = parents.get(at, 0);
        }
        return at;
    }

    /** How many numbers are in the set of that root. */
    int size(int root) {
        return sizes.get(root, 0);
    }

    /** Unites the sets of two different roots; the root of both. */
    int unite(int one, int other) {
        boolean oneIsRoot = Long.compareUnsigned(hash.applyAsLong(one), hash.applyAsLong(other)) < 0;
        int root = oneIsRoot ? one : other;
        int child = oneIsRoot ? other : one;
        parents.set(child, 0, root);
        sizes.set(root, 0, size(root) + size(child));
        return root;
    }
}

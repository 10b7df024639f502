package io.kernelign.training.memory;

import java.util.List;

/**
 * What a training takes at its peak, part by part.
 *
 * @param terms what is there together at the moment when it is most
 * @param diskBytes of the files in its work folder
 */
public record MemoryEstimate(List<Term> terms, long diskBytes) {

    public MemoryEstimate {
        terms = List.copyOf(terms);
    }

    /** All terms together. */
    public long bytes() {
        return terms.stream().mapToLong(Term::bytes).sum();
    }
}

package io.kernelign.training.memory;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is in use at one moment beside all that is there from beginning to end.
 *
 * @param layers what belongs to the layers and their states
 * @param head what belongs to the output head: few and large tensors
 */
record Moment(List<Term> layers, List<Term> head) {

    static Moment ofLayers(Term... terms) {
        return new Moment(List.of(terms), List.of());
    }

    List<Term> terms() {
        return Stream.concat(layers.stream(), head.stream()).toList();
    }

    long bytes() {
        return layersBytes() + headBytes();
    }

    long layersBytes() {
        return sum(layers);
    }

    long headBytes() {
        return sum(head);
    }

    private static long sum(List<Term> terms) {
        return terms.stream().mapToLong(Term::bytes).sum();
    }
}

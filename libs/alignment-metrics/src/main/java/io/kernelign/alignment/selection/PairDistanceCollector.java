package io.kernelign.alignment.selection;

import java.util.stream.DoubleStream;

/** Takes embedded pairs one at a time and keeps three numbers of each. */
public final class PairDistanceCollector {

    private final DoubleStream.Builder toChosen = DoubleStream.builder();
    private final DoubleStream.Builder toRejected = DoubleStream.builder();
    private final DoubleStream.Builder between = DoubleStream.builder();

    /**
     * Adds one pair; the embeddings need not be normalised.
     *
     * @throws IllegalArgumentException when an embedding has no direction or the three differ in length
     */
    public void add(float[] prompt, float[] chosen, float[] rejected) {
        double promptNorm = norm(prompt);
        double chosenNorm = norm(chosen);
        double rejectedNorm = norm(rejected);
        toChosen.add(distance(prompt, promptNorm, chosen, chosenNorm));
        toRejected.add(distance(prompt, promptNorm, rejected, rejectedNorm));
        between.add(distance(chosen, chosenNorm, rejected, rejectedNorm));
    }

    /** The distances of every pair added; the collector is spent. */
    public PairDistances distances() {
        return new PairDistances(
                toChosen.build().toArray(),
                toRejected.build().toArray(),
                between.build().toArray());
    }

    private static double norm(float[] vector) {
        double squares = 0;
        for (float x : vector) {
            squares += (double) x * x;
        }
        if (!(squares > 0 && squares < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("an embedding of length " + Math.sqrt(squares) + " has no direction");
        }
        return Math.sqrt(squares);
    }

    private static double distance(float[] a, double normA, float[] b, double normB) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("embeddings of %d and %d numbers".formatted(a.length, b.length));
        }
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = a[i] / normA - b[i] / normB;
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }
}

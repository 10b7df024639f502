package io.kernelign.training;

import io.kernelign.alignment.race.Prices;
import java.util.ArrayList;
import java.util.List;

/**
 * What pilots of a training cost, from the lengths of its pairs. A forward pass alone counts as much less than a step as it
 * needs fewer operations for each parameter: 2 of the 4 of a step that leaves the weights frozen, of the 6 of one that does
 * not. What a kept trunk saves is not taken off.
 */
public final class PilotPrices implements Prices {

    private static final double FROZEN = 2.0 / 4;
    private static final double TRAINED = 2.0 / 6;

    private final Batches batches;
    private final int accumulation;
    private final int seed;
    private final long steps;
    private final double reading;
    private final double[] scored;

    /** Tokens of the first steps, as many as somebody has asked for. */
    private final List<Double> trained = new ArrayList<>(List.of(0.0));

    private PilotPrices(TrainingTask task) {
        batches = task.trainBatches();
        accumulation = task.training().accumulation();
        seed = task.training().seed();
        steps = task.training().totalSteps(batches.stepsPerEpoch(accumulation));
        reading = task.training().method() instanceof Method.Full ? TRAINED : FROZEN;
        var pairs = PilotPairs.ordered(task);
        scored = new double[pairs.size() + 1];
        for (int pair = 0; pair < pairs.size(); pair++) {
            scored[pair + 1] = scored[pair] + pairs.get(pair).length();
        }
    }

    /** Of a task whose objective reserves no pairs. */
    public static PilotPrices of(TrainingTask task) {
        return new PilotPrices(task);
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public int pairs() {
        return scored.length - 1;
    }

    @Override
    public double fullRun() {
        long epoch = batches.stepsPerEpoch(accumulation);
        return steps / epoch * training(epoch) + training(steps % epoch);
    }

    /** Every epoch has the same tokens. */
    @Override
    public double training(long made) {
        while (trained.size() <= made) {
            int step = trained.size() - 1;
            trained.add(trained.get(step)
                    + batches.ofStep(step, accumulation, seed).stream()
                            .mapToInt(this::tokens)
                            .sum());
        }
        return trained.get((int) made);
    }

    private int tokens(int batch) {
        return batches.get(batch).stream().mapToInt(EncodedPair::length).sum();
    }

    /** The first epoch asks for all of it. */
    @Override
    public double reference(long made) {
        return reading * training(Math.min(made, batches.stepsPerEpoch(accumulation)));
    }

    @Override
    public double scoring(int read) {
        return reading * scored[read];
    }
}

package io.kernelign.property;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Where the parts of a case come from. One draw in ten of a number is a corner of its range. */
public final class Draw {

    private static final int ONE_CORNER_IN = 10;

    private final RandomGenerator random;

    Draw(RandomGenerator random) {
        this.random = random;
    }

    /** Uniform in [least, most]; its corners are the two ends, and 0 where it lies between. */
    public double number(double least, double most) {
        if (corner()) {
            return least < 0 && most > 0 ? choice(List.of(least, most, 0.0)) : choice(List.of(least, most));
        }
        return random.nextDouble(least, most);
    }

    /** Of uniform logarithm in [least, most], for what ranges over decades; least > 0. */
    public double positive(double least, double most) {
        if (corner()) {
            return choice(List.of(least, most));
        }
        double drawn = Math.exp(random.nextDouble(Math.log(least), Math.log(most)));
        return Math.min(most, Math.max(least, drawn));
    }

    /** Either sign, of a size of uniform logarithm in [least, most]; 0 is a corner too. */
    public double signed(double least, double most) {
        if (corner()) {
            return 0;
        }
        return flag() ? positive(least, most) : -positive(least, most);
    }

    /** A standard normal number. */
    public double gaussian() {
        return random.nextGaussian();
    }

    /** Uniform in {least, ..., most}. */
    public int integer(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    public boolean flag() {
        return random.nextBoolean();
    }

    public <T> T choice(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Several of a kind: {@code draw.list(8, () -> draw.number(-1, 1))}. */
    public <T> List<T> list(int size, Supplier<T> element) {
        return Stream.generate(element).limit(size).toList();
    }

    /** Positive weights of sum 1, from nearly equal to nearly all on one. */
    public List<Double> simplex(int size) {
        double spread = positive(0.1, 10);
        var weights = list(size, () -> Math.exp(spread * gaussian()));
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        return weights.stream().map(weight -> weight / sum).toList();
    }

    private boolean corner() {
        return random.nextInt(ONE_CORNER_IN) == 0;
    }
}

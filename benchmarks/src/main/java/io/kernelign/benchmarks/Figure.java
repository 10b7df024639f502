package io.kernelign.benchmarks;

/**
 * One number that a benchmark found.
 *
 * @param figure stable name, by which programs find it
 * @param against what it was measured against
 * @param goal the value that it is meant to reach; not a number where it is only told
 */
public record Figure(
        String figure, double value, String unit, String against, double goal, Better better, boolean met) {

    /** Which direction is good. */
    public enum Better {
        HIGHER,
        LOWER,
        NEITHER
    }

    public static Figure higher(String figure, double value, String unit, String against, double goal) {
        return new Figure(figure, value, unit, against, goal, Better.HIGHER, value >= goal);
    }

    public static Figure lower(String figure, double value, String unit, String against, double goal) {
        return new Figure(figure, value, unit, against, goal, Better.LOWER, value <= goal);
    }

    /** A number without a goal. */
    public static Figure told(String figure, double value, String unit) {
        return new Figure(figure, value, unit, "", Double.NaN, Better.NEITHER, true);
    }

    /** Whether it has a goal. */
    public boolean judged() {
        return better != Better.NEITHER;
    }
}

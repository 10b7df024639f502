package io.kernelign.search;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A density over a space: the mean of one kernel about each observed point and of one that is spread over the whole space.
 * A kernel about a point is the product of kernels about its coordinates.
 *
 * @param kernels for each dimension its kernels, one for each point and the spread one at the end
 */
record ParzenEstimator(List<List<Kernel>> kernels) {

    static ParzenEstimator of(Space space, List<Point> points) {
        return new ParzenEstimator(IntStream.range(0, space.dimensions().size())
                .mapToObj(i -> {
                    var coordinates = points.stream()
                            .mapToDouble(point -> point.coordinates().get(i))
                            .toArray();
                    return kernels(space.dimensions().get(i), coordinates);
                })
                .toList());
    }

    private static List<Kernel> kernels(Dimension dimension, double[] coordinates) {
        return dimension instanceof Range range
                ? RangeKernel.about(range, coordinates)
                : ChoiceKernel.about((Choice) dimension, coordinates);
    }

    private int components() {
        return kernels.get(0).size();
    }

    /** Natural logarithm of the density, of whole numbers and choices of the probability; on the scales of the ranges. */
    double logDensity(Point point) {
        var logs = IntStream.range(0, components())
                .mapToDouble(component -> logDensity(component, point))
                .toArray();
        double most =
                IntStream.range(0, logs.length).mapToDouble(i -> logs[i]).max().orElseThrow();
        double sum = IntStream.range(0, logs.length)
                .mapToDouble(i -> Math.exp(logs[i] - most))
                .sum();
        return most + Math.log(sum / components());
    }

    private double logDensity(int component, Point point) {
        return IntStream.range(0, kernels.size())
                .mapToDouble(i -> kernels.get(i)
                        .get(component)
                        .logDensity(point.coordinates().get(i)))
                .sum();
    }

    Point draw(Draws draws) {
        int component = (int) (draws.share() * components());
        return new Point(kernels.stream()
                .map(ofDimension -> ofDimension.get(component).at(draws.share()))
                .toList());
    }
}

package io.kernelign.metrics;

import io.kernelign.contracts.SeriesPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * The least and the greatest value of each of a number of stretches of a curve. However many stretches come, no more than
 * {@code most} are held: neighbours are put together when there would be more.
 */
final class Extremes {

    private final int most;
    private final List<Stretch> stretches = new ArrayList<>();
    private int taken;
    private int together = 1;

    /** @param most an even number */
    Extremes(int most) {
        this.most = most;
    }

    boolean isEmpty() {
        return stretches.isEmpty();
    }

    /** The next stretch, which begins where the one before ends. */
    void add(long leastStep, double least, long mostStep, double greatest) {
        var next = new Stretch(new SeriesPoint(leastStep, least), new SeriesPoint(mostStep, greatest));
        int end = stretches.size() - 1;
        if (taken % together != 0) {
            stretches.set(end, stretches.get(end).with(next));
            taken++;
            return;
        }
        if (stretches.size() == most) {
            halve();
        }
        stretches.add(next);
        taken = 1;
    }

    private void halve() {
        for (int i = 0; i < most / 2; i++) {
            stretches.set(i, stretches.get(2 * i).with(stretches.get(2 * i + 1)));
        }
        stretches.subList(most / 2, most).clear();
        together *= 2;
    }

    /** The extremes in the order of their steps, each point once, with the curve's ends. */
    List<SeriesPoint> between(SeriesPoint first, SeriesPoint last) {
        var points = new ArrayList<SeriesPoint>(2 * stretches.size() + 2);
        points.add(first);
        for (var stretch : stretches) {
            addLater(points, stretch.earlier());
            addLater(points, stretch.later());
        }
        addLater(points, last);
        return points;
    }

    private static void addLater(List<SeriesPoint> points, SeriesPoint point) {
        if (point.step() > points.get(points.size() - 1).step()) {
            points.add(point);
        }
    }
}

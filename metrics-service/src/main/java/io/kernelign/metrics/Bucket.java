package io.kernelign.metrics;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The steps of a curve from {@code number * width} to before {@code (number + 1) * width}. */
record Bucket(long curve, int width, long number) {

    /**
     * The extremes of every bucket that points fall into.
     *
     * @param points of any curves, those of each in the order of their steps
     */
    static Map<Bucket, Stretch> extremes(Collection<StoredPoint> points, int[] widths) {
        var extremes = new LinkedHashMap<Bucket, Stretch>();
        for (var point : points) {
            if (point.isFinite()) {
                var own = Stretch.of(point.point());
                for (int width : widths) {
                    extremes.merge(new Bucket(point.curve(), width, point.step() / width), own, Stretch::with);
                }
            }
        }
        return extremes;
    }
}

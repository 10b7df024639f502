package io.kernelign.metrics;

import io.kernelign.contracts.SeriesPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Largest triangle three buckets (Steinarsson, Downsampling Time Series for Visual Representation, 2013, section 4.2):
 * of each bucket, keeps the point that spans the largest triangle with the point kept before and the mean of the next
 * bucket, so that a thinned curve still looks like itself. First and last point stay.
 */
final class LargestTriangle {

    private LargestTriangle() {}

    /**
     * @param points with rising steps
     * @param most at least 2
     * @return the points themselves when there are no more than {@code most}, else exactly {@code most} of them
     */
    static List<SeriesPoint> sample(List<SeriesPoint> points, int most) {
        if (points.size() <= most) {
            return points;
        }
        var kept = new ArrayList<SeriesPoint>(most);
        kept.add(points.get(0));
        for (int bucket = 0; bucket < most - 2; bucket++) {
            var before = kept.get(kept.size() - 1);
            kept.add(farthest(bucket(points, bucket, most), before, bucket(points, bucket + 1, most)));
        }
        kept.add(points.get(points.size() - 1));
        return kept;
    }

    /** The inner points in most - 2 buckets, the first ones larger by one, and after them the last point alone. */
    private static List<SeriesPoint> bucket(List<SeriesPoint> points, int bucket, int most) {
        int inner = points.size() - 2;
        int buckets = most - 2;
        if (bucket == buckets) {
            return points.subList(points.size() - 1, points.size());
        }
        int size = inner / buckets;
        int larger = inner % buckets;
        int from = 1 + bucket * size + Math.min(bucket, larger);
        return points.subList(from, from + size + (bucket < larger ? 1 : 0));
    }

    private static SeriesPoint farthest(List<SeriesPoint> bucket, SeriesPoint before, List<SeriesPoint> next) {
        double nextStep = next.stream().mapToDouble(SeriesPoint::step).average().orElseThrow();
        double nextValue =
                next.stream().mapToDouble(SeriesPoint::value).average().orElseThrow();
        var best = bucket.get(0);
        double largest = -1;
        for (var point : bucket) {
            double area = Math.abs((before.step() - nextStep) * (point.value() - before.value())
                    - (before.step() - point.step()) * (nextValue - before.value()));
            if (area > largest) {
                largest = area;
                best = point;
            }
        }
        return best;
    }
}

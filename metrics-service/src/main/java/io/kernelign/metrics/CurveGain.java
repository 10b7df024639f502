package io.kernelign.metrics;

import io.kernelign.contracts.SeriesPoint;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What points add to what is known of their curve.
 *
 * @param points how many values are finite numbers; nonFinite, how many are not
 * @param first of the finite ones that with the smallest step; last, with the greatest; like the extremes {@code null}
 *     when there is none
 */
record CurveGain(long curve, long points, long nonFinite, SeriesPoint first, SeriesPoint last, Stretch extremes) {

    /** @param points of any curves, those of each in the order of their steps */
    static List<CurveGain> of(Collection<StoredPoint> points) {
        var gains = new LinkedHashMap<Long, CurveGain>();
        points.forEach(point -> gains.merge(point.curve(), of(point), CurveGain::with));
        return List.copyOf(gains.values());
    }

    private static CurveGain of(StoredPoint stored) {
        if (!stored.isFinite()) {
            return new CurveGain(stored.curve(), 0, 1, null, null, null);
        }
        var point = stored.point();
        return new CurveGain(stored.curve(), 1, 0, point, point, Stretch.of(point));
    }

    private CurveGain with(CurveGain next) {
        return new CurveGain(
                curve,
                points + next.points,
                nonFinite + next.nonFinite,
                first == null ? next.first : first,
                next.last == null ? last : next.last,
                both(extremes, next.extremes));
    }

    SeriesPoint least() {
        return extremes == null ? null : extremes.least();
    }

    SeriesPoint most() {
        return extremes == null ? null : extremes.greatest();
    }

    /** The step of one of a gain's points, {@code null} when there is none. */
    static Function<CurveGain, Long> step(Function<CurveGain, SeriesPoint> point) {
        return gain ->
                Optional.ofNullable(point.apply(gain)).map(SeriesPoint::step).orElse(null);
    }

    /** The value of one of a gain's points, {@code null} when there is none. */
    static Function<CurveGain, Double> value(Function<CurveGain, SeriesPoint> point) {
        return gain ->
                Optional.ofNullable(point.apply(gain)).map(SeriesPoint::value).orElse(null);
    }

    private static Stretch both(Stretch some, Stretch next) {
        if (some == null) {
            return next;
        }
        return next == null ? some : some.with(next);
    }
}

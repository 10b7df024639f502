package io.kernelign.trainer.sweep;

import io.kernelign.search.Axis;
import io.kernelign.search.Range;
import io.kernelign.trainer.sweep.spec.SearchMethod;
import io.kernelign.trainer.sweep.spec.SweepSpec;
import io.kernelign.trainer.sweep.spec.SweptField;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Into which groups of values one dimension of a heatmap falls.
 *
 * @param of the group of a coordinate, from 0
 */
record Bands(List<String> labels, DoubleUnaryOperator of) {

    private static final int INTERVALS = 8;
    private static final int MOST_WHOLE = 32;

    /** Each value where they are counted, else intervals that are even on the range's scale. */
    static Bands of(SweepSpec spec, SweptField swept) {
        if (!(swept instanceof SweptField.Ranged ranged)) {
            return levels(swept, swept.axis().orElseThrow());
        }
        if (spec.search().method() == SearchMethod.GRID) {
            return levels(swept, swept.axis().orElseThrow());
        }
        var range = ranged.dimension();
        return range.size() <= MOST_WHOLE ? levels(swept, Axis.ofAll(range)) : intervals(range);
    }

    private static Bands levels(SweptField swept, Axis axis) {
        var levels = IntStream.range(0, (int) axis.levels())
                .mapToDouble(i -> axis.level().applyAsDouble(i))
                .boxed()
                .toList();
        var labels = levels.stream().map(swept::value).map(Bands::label).toList();
        return new Bands(labels, levels::indexOf);
    }

    private static String label(Object value) {
        return value instanceof Double number ? number(number) : String.valueOf(value);
    }

    private static Bands intervals(Range range) {
        var bounds = Axis.of(new Range(range.from(), range.to(), range.scale(), false), INTERVALS + 1);
        var labels = IntStream.range(0, INTERVALS)
                .mapToObj(i -> number(bounds.level().applyAsDouble(i)) + " to "
                        + number(bounds.level().applyAsDouble(i + 1)))
                .toList();
        return new Bands(labels, coordinate -> {
            int band = 0;
            while (band < INTERVALS - 1 && coordinate >= bounds.level().applyAsDouble(band + 1)) {
                band++;
            }
            return band;
        });
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    int band(double coordinate) {
        return (int) of.applyAsDouble(coordinate);
    }
}

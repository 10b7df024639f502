package io.kernelign.trainer.work;

import io.kernelign.contracts.MetricPoint;
import io.kernelign.training.TrainingEvent;
import io.kernelign.training.TrainingEvent.Evaluated;
import io.kernelign.training.TrainingEvent.SpectraFitted;
import io.kernelign.training.TrainingEvent.Stepped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a training tells, as points of its job's curves. */
final class CurvePoints {

    static final String TRAIN = "train";
    static final String HELD_OUT = "held_out";

    private CurvePoints() {}

    /** None for what measures nothing. */
    static List<MetricPoint> of(TrainingEvent event, Instant now) {
        if (event instanceof Stepped step) {
            return of(TRAIN, step.step(), step.metrics(), now);
        }
        if (event instanceof Evaluated evaluation) {
            return of(HELD_OUT, evaluation.step(), evaluation.metrics(), now);
        }
        return event instanceof SpectraFitted spectra
                ? of(HELD_OUT, spectra.step(), spectra.metrics(), now)
                : List.of();
    }

    private static List<MetricPoint> of(String split, long step, Map<String, Double> values, Instant now) {
        return values.entrySet().stream()
                .map(value -> new MetricPoint(split, value.getKey(), step, finite(value.getValue()), now))
                .toList();
    }

    /** {@code null} for what no JSON number can say. */
    static Double finite(Double value) {
        return value != null && Double.isFinite(value) ? value : null;
    }
}

package io.kernelign.trainer.work;

import io.kernelign.contracts.JobProgress;
import io.kernelign.contracts.MetricPoint;
import io.kernelign.trainer.job.JobEvents;
import io.kernelign.trainer.job.JobWrites;
import io.kernelign.trainer.job.Lease;
import io.kernelign.trainer.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Carries what training says to the job's record, its log, its curves and its checkpoints, and the wish to stop back. */
final class JobReport implements TrainingListener {

    private static final int TELL_EVERY = 10;
    private static final Duration TELL_AFTER = Duration.ofSeconds(1);
    private static final Duration CURVES_BEFORE_CHECKPOINT = Duration.ofSeconds(5);

    private final Lease lease;
    private final JobWrites writes;
    private final JobEvents events;
    private final MetricsOutbox metrics;
    private final Checkpoints checkpoints;
    private final Runnable evaluating;
    private final StopSignal stop;
    private final Clock clock;
    private final Pace pace = new Pace();
    private Instant told = Instant.MIN;
    private Double accuracy;

    JobReport(
            Lease lease,
            JobWrites writes,
            JobEvents events,
            MetricsOutbox metrics,
            Checkpoints checkpoints,
            Runnable evaluating,
            StopSignal stop,
            Clock clock) {
        this.lease = lease;
        this.writes = writes;
        this.events = events;
        this.metrics = metrics;
        this.checkpoints = checkpoints;
        this.evaluating = evaluating;
        this.stop = stop;
        this.clock = clock;
    }

    @Override
    public void step(long step, long totalSteps, Map<String, Double> values) {
        var now = clock.instant();
        curves("train", step, values, now);
        var left = pace.secondsLeft(step, totalSteps, now);
        var cancelled =
                writes.progress(lease, new JobProgress(step, totalSteps, finite(values.get("loss")), accuracy, left));
        if (worthTelling(step, totalSteps, now)) {
            events.append(lease, "step", "Step " + step + " of " + totalSteps + ".", data(step, values));
            told = now;
        }
        stop.check(cancelled);
    }

    private boolean worthTelling(long step, long totalSteps, Instant now) {
        return step % TELL_EVERY == 0 || step == totalSteps || !now.isBefore(told.plus(TELL_AFTER));
    }

    @Override
    public void evaluation(long step, Map<String, Double> values) {
        curves("held_out", step, values, clock.instant());
        accuracy = finite(values.get("ranking_accuracy"));
        events.append(lease, "evaluation", "Held-out pairs at step " + step + ".", data(step, values));
    }

    /** Curves go first: steps before the checkpoint are never done again. */
    @Override
    public void checkpoint(long step, Path file) throws IOException {
        try {
            metrics.flush(CURVES_BEFORE_CHECKPOINT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkStoppedException(WorkStoppedException.Wish.SHUTDOWN);
        }
        checkpoints.store(step, file);
        events.append(lease, "checkpoint", "Checkpoint at step " + step + ".", Map.of("step", step));
    }

    @Override
    public void evaluating() {
        evaluating.run();
    }

    @Override
    public void warning(String sentence) {
        events.append(lease, "warning", sentence, Map.of());
    }

    private void curves(String split, long step, Map<String, Double> values, Instant now) {
        metrics.add(values.entrySet().stream()
                .map(value -> new MetricPoint(split, value.getKey(), step, finite(value.getValue()), now))
                .toList());
    }

    private static Map<String, Object> data(long step, Map<String, Double> values) {
        var data = new TreeMap<String, Object>(values);
        data.replaceAll((name, value) -> finite((Double) value));
        data.put("step", step);
        return data;
    }

    private static Double finite(Double value) {
        return value != null && Double.isFinite(value) ? value : null;
    }
}

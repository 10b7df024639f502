package io.kernelign.trainer.work;

import io.kernelign.contracts.JobProgress;
import io.kernelign.trainer.job.JobEvents;
import io.kernelign.trainer.job.JobWish;
import io.kernelign.trainer.job.JobWrites;
import io.kernelign.trainer.job.Lease;
import io.kernelign.trainer.meter.SlotMeters;
import io.kernelign.trainer.training.TrainingLog;
import io.kernelign.trainer.work.WorkStoppedException.Wish;
import io.kernelign.training.TrainingEvent;
import io.kernelign.training.TrainingEvent.Checkpointed;
import io.kernelign.training.TrainingEvent.Evaluated;
import io.kernelign.training.TrainingEvent.SpectraFitted;
import io.kernelign.training.TrainingEvent.Stepped;
import io.kernelign.training.TrainingEvent.Warned;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Carries what training says to the job's record, its log, its curves and its checkpoints, and the wish to stop back. */
final class JobReport implements TrainingLog {

    /** Curves of single weight matrices, of which there are hundreds. */
    private static final String PER_MATRIX = "alpha.";

    /** Type of the events that tell what held-out pairs say. */
    static final String EVALUATION = "evaluation";

    private static final int TELL_EVERY = 10;
    private static final Duration RECORD_AFTER = Duration.ofMillis(200);
    private static final Duration TELL_AFTER = Duration.ofSeconds(1);
    private static final Duration CURVES_BEFORE_CHECKPOINT = Duration.ofSeconds(5);

    private final Lease lease;
    private final JobWrites writes;
    private final JobEvents events;
    private final MetricsOutbox metrics;
    private final Checkpoints checkpoints;
    private final Runnable trained;
    private final StopSignal stop;
    private final SlotMeters.Slot slot;
    private final Clock clock;
    private final Pace pace = new Pace();
    private final Map<String, Double> results = new TreeMap<>();
    private final Map<String, Double> alphas = new TreeMap<>();
    private Instant recorded = Instant.EPOCH;
    private Instant told = Instant.EPOCH;
    private Optional<Wish> reason = Optional.empty();

    /** @param trained called after the last step, before what follows it */
    JobReport(
            Lease lease,
            JobWrites writes,
            JobEvents events,
            MetricsOutbox metrics,
            Checkpoints checkpoints,
            Runnable trained,
            StopSignal stop,
            SlotMeters.Slot slot,
            Clock clock) {
        this.lease = lease;
        this.writes = writes;
        this.events = events;
        this.metrics = metrics;
        this.checkpoints = checkpoints;
        this.trained = trained;
        this.stop = stop;
        this.slot = slot;
        this.clock = clock;
    }

    @Override
    public void on(TrainingEvent event) {
        metrics.add(CurvePoints.of(event, clock.instant()));
        if (event instanceof Stepped step) {
            stepped(step);
        } else if (event instanceof Evaluated evaluation) {
            measured(EVALUATION, "Held-out pairs were evaluated", evaluation.step(), evaluation.metrics());
        } else if (event instanceof SpectraFitted spectra) {
            keepAlphas(spectra.metrics());
            measured("spectra", "Spectra were fitted", spectra.step(), spectra.metrics());
        } else if (event instanceof Warned warned) {
            events.append(lease, "warning", warned.sentence(), Map.of("step", warned.step()));
        } else if (event instanceof Checkpointed checkpoint) {
            checkpointed(checkpoint.step(), checkpoint.file());
        }
    }

    /** What was measured last, by name. */
    Map<String, Double> results() {
        return results;
    }

    /** Exponent of each weight matrix when it was fitted last, by the matrix's name. */
    Map<String, Double> alphas() {
        return alphas;
    }

    private void keepAlphas(Map<String, Double> metrics) {
        metrics.forEach((name, value) -> {
            if (name.startsWith(PER_MATRIX)) {
                alphas.put(name.substring(PER_MATRIX.length()), value);
            }
        });
    }

    private void stepped(Stepped event) {
        var now = clock.instant();
        slot.tell(Map.of("step", (double) event.step(), "total_steps", (double) event.totalSteps()));
        slot.tell(event.metrics());
        reason = stop.reason(progressed(event, now));
        if (worthTelling(event, now)) {
            var message = "Step " + event.step() + " of " + event.totalSteps() + ".";
            events.append(lease, "step", message, data(event.step(), event.metrics()));
            told = now;
        }
        if (reason.equals(Optional.of(Wish.CANCEL))) {
            throw stopped();
        }
        if (event.step() == event.totalSteps()) {
            trained.run();
        }
    }

    /** Every step asks whether to go on; the record is written a few times a second. */
    private JobWish progressed(Stepped event, Instant now) {
        var left = pace.secondsLeft(event.step(), event.totalSteps(), now);
        if (event.step() < event.totalSteps() && now.isBefore(recorded.plus(RECORD_AFTER))) {
            return writes.wish(lease);
        }
        recorded = now;
        var loss = CurvePoints.finite(event.metrics().get("loss"));
        var accuracy = results.get("ranking_accuracy");
        return writes.progress(lease, new JobProgress(event.step(), event.totalSteps(), loss, accuracy, left));
    }

    private boolean worthTelling(Stepped event, Instant now) {
        return event.step() % TELL_EVERY == 0
                || event.step() == event.totalSteps()
                || !now.isBefore(told.plus(TELL_AFTER));
    }

    private void measured(String type, String message, long step, Map<String, Double> values) {
        slot.tell(values);
        var figures = new TreeMap<>(values);
        figures.keySet().removeIf(name -> name.startsWith(PER_MATRIX));
        figures.forEach((name, value) -> results.put(name, CurvePoints.finite(value)));
        events.append(lease, type, message + " at step " + step + ".", data(step, figures));
        reason = stop.reason(writes.wish(lease));
    }

    /** Curves go first: steps before the checkpoint are never done again. */
    private void checkpointed(long step, Path file) {
        try {
            metrics.flushUnlessAway(CURVES_BEFORE_CHECKPOINT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkStoppedException(WorkStoppedException.Wish.SHUTDOWN);
        }
        checkpoints.store(step, file);
        events.append(lease, "checkpoint", "Checkpoint at step " + step + ".", Map.of("step", step));
    }

    /** Whatever there is a reason for: the training is not asked before it has made a step. */
    @Override
    public boolean stopping() {
        return reason.isPresent();
    }

    @Override
    public WorkStoppedException stopped() {
        return new WorkStoppedException(reason.orElseThrow());
    }

    @Override
    public void check() {
        stop.check();
    }

    @Override
    public void warning(String sentence) {
        events.append(lease, "warning", sentence, Map.of());
    }

    private static Map<String, Object> data(long step, Map<String, Double> values) {
        var data = new TreeMap<String, Object>();
        values.forEach((name, value) -> data.put(name, CurvePoints.finite(value)));
        data.put("step", step);
        return data;
    }
}

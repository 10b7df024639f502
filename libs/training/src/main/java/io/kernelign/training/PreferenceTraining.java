package io.kernelign.training;

import io.kernelign.lm.lora.Lora;
import io.kernelign.objective.kernel.ObjectiveState;
import io.kernelign.training.TrainingEvent.Checkpointed;
import io.kernelign.training.TrainingEvent.Evaluated;
import io.kernelign.training.TrainingEvent.SpectraFitted;
import io.kernelign.training.TrainingEvent.Stepped;
import io.kernelign.training.TrainingEvent.Warned;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The preference training loop: a task in, events out, a trained adapter at the end. */
public final class PreferenceTraining implements AutoCloseable {

    private static final String REFERENCE_STATES = "reference-states.f32";
    private static final String HELD_OUT_STATES = "held-out-reference-states.f32";

    private final TrainingTask task;
    private final Consumer<TrainingEvent> events;
    private final Batches batches;
    private final long totalSteps;
    private final Reference reference;
    private final Reference heldOutReference;
    private final HeldOutEvaluation evaluation;
    private final Learner learner;
    private final long firstStep;
    private final CollapseAlarm alarm;

    /**
     * @param from a checkpoint of the same task to go on from
     * @param events called on the thread of {@link #run}
     */
    public PreferenceTraining(TrainingTask task, Optional<Path> from, Consumer<TrainingEvent> events) {
        this.task = task;
        this.events = events;
        batches = task.trainBatches();
        totalSteps =
                task.training().totalSteps(batches.stepsPerEpoch(task.training().accumulation()));
        var folder = task.workFolder();
        reference = new Reference(
                task.model(), task.objective().divergence().map(divergence -> folder.resolve(REFERENCE_STATES)));
        heldOutReference = new Reference(task.model(), Optional.of(folder.resolve(HELD_OUT_STATES)));
        evaluation = new HeldOutEvaluation(task, task.heldOutBatches(), heldOutReference);
        learner = from.map(this::restored).orElseGet(this::fresh);
        firstStep = from.map(file -> Checkpoint.open(file).step()).orElse(0L);
        alarm = new CollapseAlarm(task.objective(), learner.state());
    }

    private Learner fresh() {
        var policy = Lora.initial(
                task.model().config(), task.training().lora(), task.training().seed());
        return new Learner(task, batches, reference, policy, task.objective().initialState(), SkippedSteps.NONE);
    }

    private Learner restored(Path file) {
        var checkpoint = Checkpoint.open(file);
        var policy = checkpoint.policy(task.model().config(), task.training());
        var learner = new Learner(
                task, batches, reference, policy, checkpoint.objectiveState(task.objective()), checkpoint.skipped());
        checkpoint.restoreOptimisers(learner.optimiserState());
        return learner;
    }

    /** The policy's adapter as it is now; this training owns it. */
    public Lora policy() {
        return learner.policy();
    }

    /** The objective's state as it is now; this training owns it. */
    public ObjectiveState objectiveState() {
        return learner.state();
    }

    /**
     * Trains to the end.
     *
     * @param cancelled asked before every step
     * @throws TrainingDivergedException after {@code maxSkippedSteps} steps in a row that were skipped
     * @return whether the end was reached; false when it was cancelled
     */
    public boolean run(BooleanSupplier cancelled) {
        if (firstStep == 0) {
            evaluate(0);
            fitSpectra(0);
        }
        for (long step = firstStep; step < totalSteps; step++) {
            if (cancelled.getAsBoolean()) {
                return false;
            }
            train(step);
            long done = step + 1;
            if (evaluationDue(done)) {
                evaluate(done);
            }
            if (done % task.training().checkpointSteps() == 0 && done < totalSteps) {
                checkpoint(done);
            }
        }
        fitSpectra(totalSteps);
        return true;
    }

    private void train(long step) {
        var settings = task.training();
        double rate = settings.learningRate() * settings.schedule().factor(step, totalSteps, settings.warmup());
        var metrics = learner.step(
                step, batches.ofStep(step, settings.accumulation(), settings.seed()), rate, progress(step));
        events.accept(new Stepped(step + 1, totalSteps, epoch(step + 1), metrics));
        alarm.after(learner.state()).ifPresent(sentence -> events.accept(new Warned(step + 1, sentence)));
        if (learner.skipped().inARow() > 0) {
            tellSkipped(step + 1, learner.skipped().inARow());
        }
    }

    private void tellSkipped(long step, int inARow) {
        int most = task.training().maxSkippedSteps();
        events.accept(new Warned(
                step,
                "Step " + step + " was skipped, because its loss or gradient is not finite; " + inARow + " of " + most
                        + " in a row."));
        if (inARow >= most) {
            throw new TrainingDivergedException("training diverged: the loss or gradient of the last " + inARow
                    + " steps, to step " + step + ", was not finite, and training.maxSkippedSteps is " + most);
        }
    }

    private boolean evaluationDue(long done) {
        int every = task.evaluation().everySteps();
        return done == totalSteps
                || done % batches.stepsPerEpoch(task.training().accumulation()) == 0
                || every > 0 && done % every == 0;
    }

    private void evaluate(long done) {
        events.accept(
                new Evaluated(done, epoch(done), evaluation.of(learner.policy(), learner.state(), progress(done))));
    }

    private void fitSpectra(long done) {
        events.accept(new SpectraFitted(done, WeightSpectra.metrics(task.model(), learner.policy())));
    }

    private void checkpoint(long done) {
        var file = task.workFolder().resolve("checkpoint-" + done + ".safetensors");
        Checkpoint.write(file, done, learner);
        events.accept(new Checkpointed(done, file));
    }

    /** Share of the training that is done, 0 to 1. */
    private double progress(long done) {
        return (double) done / totalSteps;
    }

    private double epoch(long done) {
        return (double) done / batches.stepsPerEpoch(task.training().accumulation());
    }

    @Override
    public void close() {
        learner.close();
        reference.close();
        heldOutReference.close();
    }
}

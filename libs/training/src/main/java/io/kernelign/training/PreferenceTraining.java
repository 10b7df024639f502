package io.kernelign.training;

import io.kernelign.alignment.spectrum.WeightedAlpha;
import io.kernelign.objective.kernel.ObjectiveState;
import io.kernelign.training.TrainingEvent.Checkpointed;
import io.kernelign.training.TrainingEvent.Evaluated;
import io.kernelign.training.TrainingEvent.SpectraFitted;
import io.kernelign.training.TrainingEvent.Stepped;
import io.kernelign.training.TrainingEvent.Warned;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The preference training loop: a task in, events out, a trained policy at the end. */
public final class PreferenceTraining implements AutoCloseable {

    private final TrainingTask task;
    private final Consumer<TrainingEvent> events;
    private final Batches batches;
    private final long totalSteps;
    private final long lastStep;
    private final References references;
    private final boolean ownsReferences;
    private final HeldOutEvaluation evaluation;
    private final Learner learner;
    private final RunRecord record;
    private long done;
    private long saved;
    private final CollapseAlarm alarm;
    private Optional<WeightedAlpha> alphaAfter = Optional.empty();

    /**
     * @param from a checkpoint of the same task to go on from
     * @param events called on the thread of {@link #run}
     * @throws UntrainableException if the objective cannot be computed with this model
     */
    public PreferenceTraining(TrainingTask task, Optional<Path> from, Consumer<TrainingEvent> events) {
        this(task, from, events, References.of(task, reads(task)), true);
    }

    /** One of several trainings of the same pairs that share what is the same for all of them. */
    PreferenceTraining(TrainingTask task, Optional<Path> from, Consumer<TrainingEvent> events, References references) {
        this(task, from, events, references, false);
    }

    private PreferenceTraining(
            TrainingTask task,
            Optional<Path> from,
            Consumer<TrainingEvent> events,
            References references,
            boolean ownsReferences) {
        this.task = task;
        this.events = events;
        this.references = references;
        this.ownsReferences = ownsReferences;
        batches = task.trainBatches();
        totalSteps = task.training().totalSteps(stepsPerEpoch());
        lastStep = task.training().lastStep(totalSteps);
        try {
            learner = from.map(this::restored).orElseGet(this::fresh);
        } catch (RuntimeException e) {
            closeReferences();
            throw e;
        }
        var heldOut = task.heldOutBatches();
        evaluation =
                new HeldOutEvaluation(task, heldOut, references.heldOut(), Semantics.on(learner.semantics(), heldOut));
        record = new RunRecord(task, heldOut, evaluation, (totalSteps + stepsPerEpoch() - 1) / stepsPerEpoch());
        done = from.map(file -> Checkpoint.open(file).step()).orElse(0L);
        saved = done;
        from.ifPresent(file -> record.restore(Checkpoint.open(file).record()));
        alarm = new CollapseAlarm(task.objective(), learner.state());
    }

    private static boolean reads(TrainingTask task) {
        requireVocabularyFits(task);
        return task.objective().regulariser().readsVocabulary();
    }

    private static void requireVocabularyFits(TrainingTask task) {
        long vocabulary = task.model().head().weight().size(0);
        if (VocabularyLimit.exceeded(task.objective(), vocabulary)) {
            throw new UntrainableException("estimator full needs a vocabulary of at most " + VocabularyLimit.MOST_TOKENS
                    + " tokens, and the model's has " + vocabulary + "; estimator sampled needs none of it");
        }
    }

    private Learner fresh() {
        var semantics = Semantics.fitted(task, batches, references.train());
        return new Learner(
                task,
                batches,
                references.train(),
                Policies.initial(task),
                task.objective().initialState(),
                semantics,
                SkippedSteps.NONE);
    }

    private Learner restored(Path file) {
        var checkpoint = Checkpoint.open(file);
        var learner = new Learner(
                task,
                batches,
                references.train(),
                Policies.restored(task.model(), task.training(), checkpoint),
                checkpoint.objectiveState(task.objective()),
                Semantics.restored(task, checkpoint.semantics()),
                checkpoint.skipped());
        checkpoint.restoreOptimisers(learner.optimiserState());
        return learner;
    }

    /** The policy as it is now; this training owns it. */
    public Policy policy() {
        return learner.policy();
    }

    /** What there is to tell once {@link #run} has come to the end. */
    public Findings findings() {
        return record.findings(alphaAfter, step -> (double) step / stepsPerEpoch());
    }

    /** The objective's state as it is now; this training owns it. */
    public ObjectiveState objectiveState() {
        return learner.state();
    }

    /**
     * Trains to the end, which is where {@code stopAtShare} puts it.
     *
     * @param stopping asked before every step; a training that stops leaves a checkpoint of where it stands first, unless
     *     there is one already
     * @throws TrainingDivergedException after {@code maxSkippedSteps} steps in a row that were skipped
     * @return whether the end was reached; false when it stopped before
     */
    public boolean run(BooleanSupplier stopping) {
        if (done == 0) {
            begin();
        }
        while (done < lastStep) {
            if (stopping.getAsBoolean()) {
                if (done > saved) {
                    checkpoint();
                }
                return false;
            }
            advance();
        }
        fitAtEnd();
        return true;
    }

    /** Tells what the policy is before its first step. */
    void begin() {
        var found = evaluation.of(learner.policy(), learner.state(), progress());
        record.began(found);
        tell(found);
        var alpha = WeightSpectra.of(learner.policy());
        record.began(alpha);
        events.accept(new SpectraFitted(done, alpha.map(WeightSpectra::metrics).orElse(Map.of())));
    }

    /** Makes one optimiser step and what is due after it. */
    public void advance() {
        step();
        if (evaluationDue()) {
            evaluate();
        }
        if (done % task.training().checkpointSteps() == 0 && done < lastStep) {
            checkpoint();
        }
    }

    /** Makes optimiser steps, and nothing else, until so many are done. */
    void stepTo(long steps) {
        while (done < steps) {
            step();
        }
    }

    private void step() {
        var settings = task.training();
        double rate = settings.learningRate() * settings.schedule().factor(done, totalSteps, settings.warmup());
        var ofStep = batches.ofStep(done, settings.accumulation(), settings.seed());
        var metrics = learner.step(done, ofStep, rate, progress());
        done++;
        record.stepped(ofStep.stream().mapToInt(i -> batches.get(i).size()).sum(), metrics);
        events.accept(new Stepped(done, lastStep, epoch(), metrics));
        alarm.after(learner.state()).ifPresent(sentence -> events.accept(new Warned(done, sentence)));
        learner.notFinite()
                .ifPresent(what -> tellSkipped(what, learner.skipped().inARow()));
    }

    private void tellSkipped(NotFinite what, int inARow) {
        int most = task.training().maxSkippedSteps();
        events.accept(new Warned(
                done,
                "Step " + done + " was skipped, because " + what + " not finite; " + inARow + " of " + most
                        + " in a row."));
        if (inARow >= most) {
            throw new TrainingDivergedException("training diverged: the last " + inARow + " steps, to step " + done
                    + ", were skipped, step " + done + " because " + what + " not finite, and"
                    + " training.maxSkippedSteps is " + most);
        }
    }

    private boolean evaluationDue() {
        int every = task.evaluation().everySteps();
        return done == lastStep || done % stepsPerEpoch() == 0 || every > 0 && done % every == 0;
    }

    private void evaluate() {
        var found = evaluation.of(learner.policy(), learner.state(), progress());
        if (done == lastStep) {
            record.ended(done, found);
        } else if (done % stepsPerEpoch() == 0) {
            record.epochEnded(done, done / stepsPerEpoch(), found);
        }
        tell(found);
    }

    private void tell(Evaluation found) {
        events.accept(new Evaluated(done, epoch(), found.metrics()));
    }

    private void fitAtEnd() {
        alphaAfter = WeightSpectra.of(learner.policy());
        var metrics = new LinkedHashMap<>(alphaAfter.map(WeightSpectra::metrics).orElse(Map.of()));
        metrics.putAll(WeightSpectra.drift(record.alphaBefore(), alphaAfter));
        events.accept(new SpectraFitted(done, metrics));
    }

    private void checkpoint() {
        var file = task.workFolder().resolve("checkpoint-" + done + ".safetensors");
        save(file);
        saved = done;
        events.accept(new Checkpointed(done, file));
    }

    /** Writes a checkpoint of where it stands. */
    void save(Path file) {
        Checkpoint.write(file, done, learner, record);
    }

    private long stepsPerEpoch() {
        return batches.stepsPerEpoch(task.training().accumulation());
    }

    /** Share of the schedule that is done, 0 to 1. */
    private double progress() {
        return (double) done / totalSteps;
    }

    private double epoch() {
        return (double) done / stepsPerEpoch();
    }

    @Override
    public void close() {
        learner.close();
        closeReferences();
    }

    private void closeReferences() {
        if (ownsReferences) {
            references.close();
        }
    }
}

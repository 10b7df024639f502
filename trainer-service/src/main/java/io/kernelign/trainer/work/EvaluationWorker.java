package io.kernelign.trainer.work;

import io.kernelign.contracts.TaskState;
import io.kernelign.trainer.evaluation.Evaluation;
import io.kernelign.trainer.evaluation.EvaluationStages;
import io.kernelign.trainer.evaluation.EvaluationTakeover;
import io.kernelign.trainer.evaluation.EvaluationTakeover.Taken;
import io.kernelign.trainer.evaluation.EvaluationWrites;
import io.kernelign.trainer.evaluation.Evaluations;
import io.kernelign.trainer.evaluation.Hold;
import io.kernelign.trainer.evaluation.UndecidedException;
import io.kernelign.trainer.job.JobLifecycle;
import io.kernelign.trainer.job.JobLifecycle.Pickup;
import io.kernelign.trainer.job.JobStanding;
import io.kernelign.trainer.job.JobWish;
import io.kernelign.trainer.job.StaleWorkerException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Takes an evaluation from wherever it stands to its end, and decides what each way of not getting there means. */
@Component
public class EvaluationWorker implements Work {

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationWorker.class);

    private final WorkerName name;
    private final EvaluationTakeover takeover;
    private final Evaluations evaluations;
    private final EvaluationWrites writes;
    private final EvaluationStages stages;
    private final BenchmarkPoints points;

    EvaluationWorker(
            WorkerName name,
            EvaluationTakeover takeover,
            Evaluations evaluations,
            EvaluationWrites writes,
            EvaluationStages stages,
            BenchmarkPoints points) {
        this.name = name;
        this.takeover = takeover;
        this.evaluations = evaluations;
        this.writes = writes;
        this.stages = stages;
        this.points = points;
    }

    @Override
    public boolean is(String id) {
        return evaluations.exists(id);
    }

    @Override
    public JobStanding standing(String id) {
        return takeover.standing(id);
    }

    /** An evaluation has no log of its own. */
    @Override
    public void tell(String id, String message) {
        LOG.warn("{}: {}", id, message);
    }

    @Override
    public void run(String id, BooleanSupplier shuttingDown) {
        take(id, taken -> {
            var hold = taken.hold();
            switch (taken.pickup()) {
                case WORK -> work(evaluations.get(hold.evaluation()), hold, shuttingDown);
                case GIVE_UP -> fail(hold, "its worker died " + JobLifecycle.MOST_DEATHS + " times");
                case CANCEL, REST, LEAVE ->
                    throw new IllegalStateException("an evaluation that is left alone is not taken");
            }
        });
    }

    @Override
    public void giveUp(String id, String reason) {
        take(id, taken -> fail(taken.hold(), reason));
    }

    /** Takes an evaluation unless it has ended; one that is to be cancelled is ended with that. */
    private void take(String id, Consumer<Taken> then) {
        try (var told = MDC.putCloseable("job", id)) {
            takeover.take(id, name.value()).ifPresent(taken -> {
                if (taken.pickup() == Pickup.CANCEL) {
                    writes.end(taken.hold(), TaskState.CANCELLED, null);
                } else {
                    then.accept(taken);
                }
            });
        }
    }

    private void fail(Hold hold, String reason) {
        writes.end(hold, TaskState.FAILED, reason);
    }

    private void work(Evaluation evaluation, Hold hold, BooleanSupplier shuttingDown) {
        var stop = new StopSignal(() -> JobWish.of(writes.cancelRequested(hold), false, false), shuttingDown);
        try {
            var outcome = stages.run(evaluation, hold, stop::check);
            points.report(evaluation, outcome);
            writes.end(hold, TaskState.SUCCEEDED, null);
        } catch (StaleWorkerException e) {
            LOG.warn("{}; stopping", e.getMessage());
            throw e;
        } catch (WorkStoppedException e) {
            switch (e.wish()) {
                case CANCEL -> writes.end(hold, TaskState.CANCELLED, null);
                case PAUSE, YIELD, SHUTDOWN -> throw layDown(hold);
            }
        } catch (UndecidedException e) {
            fail(hold, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw layDown(hold);
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            if (Trouble.passes(e)) {
                throw new InterruptedWorkException(hold.evaluation(), e);
            }
            LOG.error("{} failed", hold.evaluation(), e);
            fail(hold, Trouble.sentence(e));
        }
    }

    private InterruptedWorkException layDown(Hold hold) {
        writes.release(hold);
        return new InterruptedWorkException(hold.evaluation(), "this process ends");
    }
}

package io.kernelign.trainer.evaluation;

import io.kernelign.service.problem.ConflictException;
import org.springframework.stereotype.Component;

/** Cancelling from outside. */
@Component
public class EvaluationCancellation {

    private final EvaluationReading reading;
    private final Evaluations evaluations;

    EvaluationCancellation(EvaluationReading reading, Evaluations evaluations) {
        this.reading = reading;
        this.evaluations = evaluations;
    }

    /**
     * At once when no worker has it, else within a few questions; harmless when it has ended.
     *
     * @throws ConflictException when it is its job's own, and goes on as long as that
     */
    public void cancel(String tenant, String id) {
        var evaluation = reading.find(tenant, id);
        if (evaluation.pass() != null && !evaluation.state().ended()) {
            throw new ConflictException(
                    "The evaluation " + id + " is part of the job " + evaluation.job() + ", which can be cancelled.");
        }
        evaluations.cancel(id);
    }
}

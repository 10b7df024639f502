package io.kernelign.gateway.dataset;

import io.kernelign.contracts.JobState;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.problem.ConflictException;
import org.springframework.stereotype.Component;

/** Whether a job still needs a data set. */
@Component
class DatasetUse {

    private final TrainerApi trainer;

    DatasetUse(TrainerApi trainer) {
        this.trainer = trainer;
    }

    /** @throws ConflictException naming a job that has not ended */
    void refuseIfNeeded(String tenant, String datasetId) {
        JobState.unfinished().stream()
                .flatMap(state -> trainer.jobs(tenant, state.json(), datasetId, null, 1).items().stream())
                .findAny()
                .ifPresent(job -> {
                    throw new ConflictException("The job " + job.id() + " uses the data set " + datasetId + " and is "
                            + job.state().json() + "; cancel it first.");
                });
    }
}

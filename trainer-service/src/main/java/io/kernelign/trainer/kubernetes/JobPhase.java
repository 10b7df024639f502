package io.kernelign.trainer.kubernetes;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import java.util.List;
import java.util.Optional;

/** How far a Job of Kubernetes has come. */
enum JobPhase {
    /** A pod runs, or is to run once there is room. */
    ACTIVE,
    /** A pod has ended well. */
    COMPLETE,
    /** Kubernetes tries no further pod. */
    FAILED,
    /** Somebody has deleted it, and it waits for its pods to end. */
    LEAVING;

    private static final String COMPLETED = "Complete";
    private static final String GIVEN_UP = "Failed";

    static JobPhase of(Job job) {
        if (job.getMetadata().getDeletionTimestamp() != null) {
            return LEAVING;
        }
        if (condition(job, COMPLETED).isPresent()) {
            return COMPLETE;
        }
        return condition(job, GIVEN_UP).isPresent() ? FAILED : ACTIVE;
    }

    /** Why a Job is {@link #FAILED}. */
    static String reason(Job job) {
        return condition(job, GIVEN_UP)
                .map(condition -> condition.getReason() + ": " + condition.getMessage())
                .orElseThrow();
    }

    private static Optional<JobCondition> condition(Job job, String type) {
        var conditions = job.getStatus() == null
                ? List.<JobCondition>of()
                : job.getStatus().getConditions();
        return conditions.stream()
                .filter(condition -> condition.getType().equals(type) && "True".equals(condition.getStatus()))
                .findFirst();
    }
}

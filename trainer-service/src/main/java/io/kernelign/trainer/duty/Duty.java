package io.kernelign.trainer.duty;

import io.kernelign.service.start.RefusedStartException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What this process does with jobs and evaluations. */
@Component
public class Duty {

    public static final String TAKES_JOBS = "kernelign.trainer.takes-jobs";
    public static final String EXECUTION = "kernelign.trainer.execution";
    public static final String ONLY = "kernelign.trainer.only";

    private static final String WORKER = "worker";
    private static final String KUBERNETES_JOB = "kubernetes-job";

    private final boolean takesJobs;
    private final boolean onKubernetes;
    private final String only;

    Duty(
            @Value("${" + TAKES_JOBS + "}") boolean takesJobs,
            @Value("${" + EXECUTION + "}") String execution,
            @Value("${" + ONLY + "}") String only) {
        this.takesJobs = takesJobs;
        this.onKubernetes = execution.equals(KUBERNETES_JOB);
        this.only = only;
        if (!onKubernetes && !execution.equals(WORKER)) {
            throw new RefusedStartException(
                    EXECUTION + " is \"" + execution + "\"; accepted is " + WORKER + " or " + KUBERNETES_JOB + ".");
        }
        if (takesJobs && !only.isEmpty()) {
            throw new RefusedStartException(ONLY + " is \"" + only + "\" and " + TAKES_JOBS
                    + " is true; accepted is one of them, since who does one piece of work takes no other.");
        }
    }

    /** Whether what this process takes from the queue is run by Kubernetes. */
    public boolean onKubernetes() {
        return onKubernetes;
    }

    /** Whether jobs are trained in this process. */
    public boolean trains() {
        return !only.isEmpty() || takesJobs && !onKubernetes;
    }

    /** The one job or evaluation that this process is there for; empty for none. */
    public String only() {
        return only;
    }
}

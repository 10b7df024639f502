package io.kernelign.trainer.kubernetes;

import io.kernelign.trainer.work.Work;
import io.kernelign.trainer.work.WorkPlace;
import java.util.function.BooleanSupplier;

/** Kubernetes as the place where work is done. */
final class Cluster implements WorkPlace, AutoCloseable {

    private final ClusterJobs jobs;
    private final JobTemplate template;

    Cluster(ClusterJobs jobs, JobTemplate template) {
        this.jobs = jobs;
        this.template = template;
    }

    @Override
    public void run(Work work, String id, BooleanSupplier shuttingDown) {
        var job = template.of(id, work.standing(id).tenant());
        new Handover(jobs, job, work, id).run(shuttingDown);
    }

    @Override
    public void close() {
        jobs.close();
    }
}

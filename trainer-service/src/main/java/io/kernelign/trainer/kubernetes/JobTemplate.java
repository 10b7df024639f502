package io.kernelign.trainer.kubernetes;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.kernelign.service.start.RefusedStartException;
import io.kernelign.trainer.duty.Duty;
import java.util.Map;

/** The Job that every piece of work is run as, but for its name, its labels and what its process is there for. */
final class JobTemplate {

    /** Label of a Job and its pods: the job or evaluation that they are for. */
    static final String WORK = "kernelign.io/work";

    private static final String TENANT = "kernelign.io/tenant";

    private final Job manifest;

    /**
     * A manifest whose first container is a trainer.
     *
     * @throws RefusedStartException when it has none
     */
    JobTemplate(Job manifest) {
        this.manifest = manifest;
        if (manifest.getMetadata() == null
                || manifest.getMetadata().getName() == null
                || manifest.getSpec() == null
                || manifest.getSpec().getTemplate() == null
                || manifest.getSpec().getTemplate().getSpec() == null
                || manifest.getSpec().getTemplate().getSpec().getContainers().isEmpty()) {
            throw new RefusedStartException(ClusterSettings.MANIFEST
                    + " has no name or no container; accepted is a manifest of a Job (batch/v1) whose first container is"
                    + " a trainer.");
        }
    }

    /** The name of the Job of a piece of work, always the same: so there is at most one. */
    String name(String id) {
        return manifest.getMetadata().getName() + "-" + id.replace('_', '-');
    }

    /** The Job of a piece of work. */
    Job of(String id, String tenant) {
        var labels = Map.of(WORK, id, TENANT, tenant);
        return new JobBuilder(manifest)
                .editMetadata()
                .withName(name(id))
                .addToLabels(labels)
                .endMetadata()
                .editSpec()
                .editTemplate()
                .editOrNewMetadata()
                .addToLabels(labels)
                .endMetadata()
                .editSpec()
                .editFirstContainer()
                .addToArgs("--" + Duty.TAKES_JOBS + "=false", "--" + Duty.ONLY + "=" + id)
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }
}

package io.kernelign.gateway.job;

import io.kernelign.contracts.ArtifactView;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.problem.NotFoundException;
import org.springframework.stereotype.Component;

/** Finds the files that jobs have made. */
@Component
public class JobArtifacts {

    private final TrainerApi trainer;

    JobArtifacts(TrainerApi trainer) {
        this.trainer = trainer;
    }

    /** @throws NotFoundException the job has none of that name, or the tenant no such job */
    public ArtifactView find(String tenant, String job, String name) {
        return trainer.artifacts(tenant, job).stream()
                .filter(artifact -> artifact.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("artifact of job " + job, name));
    }
}

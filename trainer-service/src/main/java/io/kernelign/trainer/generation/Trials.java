package io.kernelign.trainer.generation;

import io.kernelign.contracts.GenerationView;
import io.kernelign.service.problem.ConflictException;
import io.kernelign.service.problem.NotFoundException;
import io.kernelign.torch.FailedAllocation;
import io.kernelign.trainer.job.Artifacts;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.job.Jobs;
import io.kernelign.trainer.memory.Resident;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Answers by what jobs have trained. One tuned model at a time is in memory, and one trial at a time is answered. */
@Component
public class Trials implements AutoCloseable {

    private static final int TRIES = 3;
    private static final String EXHAUSTED =
            "The memory ran out while the model was tried; ask again when less is running, or ask less at once.";

    private final Jobs jobs;
    private final Artifacts artifacts;
    private final TunedModels models;
    private final TrialRoom room;
    private final Resident<Source, TunedModel> resident;

    Trials(
            Jobs jobs,
            Artifacts artifacts,
            TunedModels models,
            TrialRoom room,
            @Value("${kernelign.trainer.generation-idle}") Duration idle) {
        this.jobs = jobs;
        this.artifacts = artifacts;
        this.models = models;
        this.room = room;
        resident = new Resident<>("generation", idle);
    }

    /**
     * @param request as the user wrote it
     * @throws io.kernelign.input.InvalidInputException when it cannot be asked
     * @throws ConflictException when the job has nothing that can be loaded, or when there is not enough memory for it
     */
    public GenerationView run(String tenant, String id, Map<String, Object> request) throws InterruptedException {
        var trial = TrialType.TYPE.read(request);
        for (int tries = 1; tries <= TRIES; tries++) {
            try {
                return run(find(tenant, id), trial);
            } catch (CheckpointGoneException e) {
                // The training has made a newer one, or has ended: the job says which.
            } catch (RuntimeException e) {
                throw FailedAllocation.behind(e).isEmpty() ? e : new ConflictException(EXHAUSTED);
            }
        }
        throw new ConflictException("The job replaces its checkpoints faster than one can be loaded; ask again.");
    }

    private GenerationView run(Job job, Trial trial) throws InterruptedException {
        var source = Source.of(job, artifacts.of(job.id()));
        return resident.use(
                source,
                () -> models.load(job, source, resident::release),
                model -> answered(job, source, model, trial));
    }

    private GenerationView answered(Job job, Source source, TunedModel model, Trial trial) {
        try (var claim = room.forAnswers(model.needs(), trial)) {
            return new GenerationView(job.id(), job.view().model(), source.kind(), model.step(), model.answers(trial));
        }
    }

    private Job find(String tenant, String id) {
        return jobs.findByIdAndTenant(id, tenant).orElseThrow(() -> new NotFoundException("job", id));
    }

    /** JSON Schema of a request. */
    public Map<String, Object> jsonSchema() {
        return TrialType.TYPE.jsonSchema();
    }

    @Override
    public void close() {
        resident.close();
    }
}

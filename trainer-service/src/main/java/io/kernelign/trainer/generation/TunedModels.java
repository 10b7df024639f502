package io.kernelign.trainer.generation;

import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.ModelFolder;
import io.kernelign.service.problem.ConflictException;
import io.kernelign.torch.Torch;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.memory.WorkerMemory.Claim;
import io.kernelign.trainer.model.BaseModels;
import io.kernelign.trainer.spec.JobSpecType;
import io.kernelign.training.TrainingSettings;
import io.kernelign.training.memory.TrialMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** Loads what jobs have trained, for the calling thread, which may use one core: a training beside it keeps the others. */
@Component
class TunedModels {

    private final BaseModels models;
    private final JobSpecType specs;
    private final TunedPolicies policies;
    private final TrialRoom room;

    TunedModels(BaseModels models, JobSpecType specs, TunedPolicies policies, TrialRoom room) {
        this.models = models;
        this.specs = specs;
        this.policies = policies;
        this.room = room;
    }

    /**
     * @param letGo has the model closed
     * @throws ConflictException when it cannot be loaded any more, or does not fit into memory beside what runs
     * @throws CheckpointGoneException when it is a checkpoint that is no longer there
     */
    TunedModel load(Job job, Source source, Runnable letGo) {
        Torch.threadsHere(1);
        try {
            var spec = specs.read(job.spec());
            var model = models.open(spec.model());
            var needs = new TrialMemory(model.config(), spec.training().method());
            var claim = room.forModels(needs, letGo);
            try {
                return load(job, source, model, spec.training(), needs, claim);
            } catch (IOException | RuntimeException | Error e) {
                claim.close();
                throw e;
            }
        } catch (InvalidInputException e) {
            throw new ConflictException("What the job has trained cannot be loaded any more: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TunedModel load(
            Job job, Source source, ModelFolder model, TrainingSettings settings, TrialMemory needs, Claim claim)
            throws IOException {
        var base = TunedPolicies.decoder(model);
        try {
            return new TunedModel(model, base, policies.load(job, source, base, settings), needs, claim);
        } catch (IOException | RuntimeException | Error e) {
            base.close();
            throw e;
        }
    }
}

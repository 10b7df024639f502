package io.kernelign.trainer.evaluation;

import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.generation.Generator;
import io.kernelign.lm.lora.PeftFiles;
import io.kernelign.service.problem.ConflictException;
import io.kernelign.trainer.generation.Source;
import io.kernelign.trainer.generation.TunedPolicies;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.memory.SpareRoom;
import io.kernelign.trainer.memory.WorkerMemory.Claim;
import io.kernelign.trainer.model.BaseModels;
import io.kernelign.trainer.spec.JobSpec;
import io.kernelign.trainer.spec.JobSpecType;
import io.kernelign.training.LowRankPolicy;
import io.kernelign.training.Method;
import io.kernelign.training.PolicySoFar;
import io.kernelign.training.memory.TrialMemory;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Loads the models that are evaluated, in float32, once there is memory for them. */
@Component
public class EvaluatedModels {

    private static final String REFUSAL = "This model cannot be evaluated";

    private final BaseModels models;
    private final TunedPolicies policies;
    private final JobSpecType specs;
    private final SpareRoom room;

    EvaluatedModels(BaseModels models, TunedPolicies policies, JobSpecType specs, SpareRoom room) {
        this.models = models;
        this.policies = policies;
        this.specs = specs;
        this.room = room;
    }

    /**
     * A base model.
     *
     * @param name of one that is here
     * @param check called while there is no memory for it; what it throws ends the wait
     */
    EvaluatedModel base(String name, Runnable check) throws IOException, InterruptedException {
        var model = models.open(name);
        return load(
                model,
                TrialMemory.ofBase(model.config()),
                check,
                (decoder, claim) -> new EvaluatedModel(name, model, decoder, null, claim));
    }

    /**
     * What a job begins with.
     *
     * @param spec its model is here
     * @param adapter that the job starts from
     */
    public EvaluatedModel before(JobSpec spec, Optional<PeftFiles> adapter, Runnable check)
            throws IOException, InterruptedException {
        if (adapter.isEmpty()) {
            return base(spec.model(), check);
        }
        var model = models.open(spec.model());
        long loaded = new TrialMemory(model.config(), spec.training().method()).loaded();
        var from = ((Method.LowRank) spec.training().method()).from().orElseThrow();
        return load(model, loaded, check, (decoder, claim) -> {
            var policy = new LowRankPolicy(decoder, adapter.get().load(model.config()));
            return new EvaluatedModel(from, model, decoder, new PolicySoFar(policy, 0), claim);
        });
    }

    /**
     * What a job has trained.
     *
     * @throws io.kernelign.trainer.generation.CheckpointGoneException when it is a checkpoint that is no longer there
     */
    public EvaluatedModel trained(Job job, Source source, Runnable check) throws IOException, InterruptedException {
        var spec = specs.read(job.spec());
        var model = models.open(spec.model());
        long loaded = new TrialMemory(model.config(), spec.training().method()).loaded();
        return load(model, loaded, check, (decoder, claim) -> {
            var tuned = policies.load(job, source, decoder, spec.training());
            return new EvaluatedModel(source.identity(), model, decoder, tuned, claim);
        });
    }

    private interface Making {
        EvaluatedModel of(Decoder decoder, Claim claim) throws IOException;
    }

    private EvaluatedModel load(ModelFolder model, long loaded, Runnable check, Making making)
            throws IOException, InterruptedException {
        var claim = claim(model, loaded, check);
        try {
            var decoder = TunedPolicies.decoder(model);
            try {
                return making.of(decoder, claim);
            } catch (IOException | RuntimeException | Error e) {
                decoder.close();
                throw e;
            }
        } catch (IOException | RuntimeException | Error e) {
            claim.close();
            throw e;
        }
    }

    private Claim claim(ModelFolder model, long loaded, Runnable check) throws InterruptedException {
        long answering = new TrialMemory(model.config(), new Method.Full())
                .answering(Examination.MOST_TOGETHER, Generator.BATCH_POSITIONS);
        try {
            return room.await(loaded + answering, REFUSAL, check);
        } catch (ConflictException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}

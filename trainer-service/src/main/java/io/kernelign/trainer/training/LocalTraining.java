package io.kernelign.trainer.training;

import io.kernelign.chat.TemplateException;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.lm.tokenizer.ConversationEncoder;
import io.kernelign.lm.tokenizer.LengthLimits;
import io.kernelign.lm.tokenizer.Tokenizer;
import io.kernelign.torch.FailedAllocation;
import io.kernelign.torch.Torch;
import io.kernelign.trainer.memory.WorkerMemory;
import io.kernelign.trainer.model.BaseModels;
import io.kernelign.trainer.spec.JobSpec;
import io.kernelign.training.PairEncoder;
import io.kernelign.training.PreferenceTraining;
import io.kernelign.training.TrainingSettings;
import io.kernelign.training.TrainingTask;
import io.kernelign.training.UntrainableException;
import io.kernelign.training.memory.MemoryPlan;
import io.kernelign.training.memory.TrainingShape;
import io.kernelign.training.memory.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Trains in this process, with the training library. */
@Component
class LocalTraining implements Training {

    private final BaseModels models;
    private final WorkerMemory memory;
    private final Admission admission;

    LocalTraining(BaseModels models, WorkerMemory memory, Admission admission) {
        this.models = models;
        this.memory = memory;
        this.admission = admission;
    }

    @Override
    public TrainingCost cost(JobSpec spec, long trainPairs, Path pairs, Optional<Path> heldOut) throws IOException {
        var model = models.open(spec.model());
        try (var tokenizer = model.openTokenizer()) {
            var encoder = ConversationEncoder.of(tokenizer, model.chatTemplate());
            var sample =
                    LengthSample.read(pairs, heldOut, encoder, spec.evaluation().pairs());
            return CostEstimate.of(model.config(), spec, trainPairs, sample, memory.whole());
        } catch (TemplateException e) {
            throw UnwritableConversation.of(spec, e);
        }
    }

    @Override
    public Trained run(JobTraining job, JobListener listener) throws IOException, InterruptedException {
        var model = models.open(job.spec().model());
        var pairs = read(model, job, listener);
        var shape = shape(model, pairs, job.spec());
        try (var admitted = admission.admit(shape, listener)) {
            var plan = admitted.plan();
            var disk = WorkDisk.of(plan.estimate(), job.spec(), model.config(), job.folder());
            if (!disk.fits()) {
                throw new UntrainableException(disk.refusal());
            }
            return train(plan, model, pairs, job, listener);
        }
    }

    private static TrainingShape shape(ModelFolder model, JobPairs pairs, JobSpec spec) {
        var heldOut = pairs.heldOut().stream().limit(spec.evaluation().pairs()).toList();
        return new TrainingShape(
                model.config(), spec.training(), spec.objective(), Workload.of(pairs.train(), heldOut));
    }

    private static Trained train(
            MemoryPlan plan, ModelFolder model, JobPairs pairs, JobTraining job, JobListener listener)
            throws IOException {
        var spec = job.spec();
        var settings = plan.decided();
        try (var decoder =
                new Decoder(model.config(), WeightLoader.load(model.weights(), model.config(), settings.precision()))) {
            var task = new TrainingTask(
                    decoder,
                    pairs.train(),
                    pairs.heldOut(),
                    spec.objective().orElseThrow(),
                    settings,
                    spec.evaluation(),
                    pairs.embeddings(),
                    job.adapter(),
                    job.folder());
            return train(task, model, job, pairs.details(), listener);
        } catch (RuntimeException | OutOfMemoryError e) {
            var failed = FailedAllocation.behind(e);
            if (failed.isPresent()) {
                throw plan.exhausted(failed.get(), e);
            }
            throw e;
        } finally {
            Torch.releaseFreeMemory();
        }
    }

    private static JobPairs read(ModelFolder model, JobTraining job, JobListener listener) throws IOException {
        var settings = job.spec().training();
        try (var tokenizer = model.openTokenizer()) {
            var encoder = encoder(model, tokenizer, settings);
            var pairs = JobPairs.read(job, encoder);
            LengthFindings.requireTokens(encoder.lengths());
            LengthFindings.warnings(encoder.lengths(), settings).forEach(listener::warning);
            if (pairs.weighted() > 0) {
                listener.warning(
                        pairs.weighted() + " pairs have a weight, which training does not use: all count the same.");
            }
            pairs.shared()
                    .filter(shared -> shared.count() > 0)
                    .map(SharedPrompts::warning)
                    .ifPresent(listener::warning);
            return pairs;
        }
    }

    private static PairEncoder encoder(ModelFolder model, Tokenizer tokenizer, TrainingSettings settings) {
        return new PairEncoder(
                ConversationEncoder.of(tokenizer, model.chatTemplate()),
                new LengthLimits(settings.maxLength(), settings.maxPromptLength()));
    }

    private static Trained train(
            TrainingTask task, ModelFolder model, JobTraining job, Map<String, Object> details, JobListener listener)
            throws IOException {
        try (var training = new PreferenceTraining(task, job.checkpoint(), listener::on)) {
            training.run(() -> false);
            return new Trained(Product.write(job.folder(), model, training.policy(), job.spec()), details);
        }
    }
}

package io.kernelign.trainer.training;

import io.kernelign.chat.TemplateException;
import io.kernelign.contracts.DatasetRef;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.lm.tokenizer.ConversationEncoder;
import io.kernelign.lm.tokenizer.LengthLimits;
import io.kernelign.lm.tokenizer.Tokenizer;
import io.kernelign.torch.FailedAllocation;
import io.kernelign.torch.Torch;
import io.kernelign.trainer.model.BaseModels;
import io.kernelign.trainer.spec.JobSpec;
import io.kernelign.training.Batches;
import io.kernelign.training.MemoryPlan;
import io.kernelign.training.PairEmbeddings;
import io.kernelign.training.PairEncoder;
import io.kernelign.training.PreferenceTraining;
import io.kernelign.training.TrainingSettings;
import io.kernelign.training.TrainingTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Trains in this process, with the training library. */
@Component
class LocalTraining implements Training {

    private static final int SAMPLE = 256;

    private final BaseModels models;
    private final WorkerMemory memory;

    LocalTraining(BaseModels models, WorkerMemory memory) {
        this.models = models;
        this.memory = memory;
    }

    @Override
    public TrainingCost cost(JobSpec spec, DatasetRef dataset, Path pairs) throws IOException {
        var model = models.open(spec.model());
        try (var tokenizer = model.openTokenizer()) {
            var sample = PairTokens.read(pairs, encoder(model, tokenizer, spec.training()), SAMPLE);
            return CostEstimate.of(model, spec, dataset, sample.train(), memory.bytes());
        } catch (TemplateException e) {
            throw UnwritableConversation.of(spec, e);
        }
    }

    @Override
    public Trained run(JobTraining job, JobListener listener) throws IOException {
        var spec = job.spec();
        var model = models.open(spec.model());
        var pairs = read(model, job, listener);
        var settings = spec.training();
        var batches = Batches.of(pairs.train(), settings.batchTokens(), settings.seed());
        var decided = settings.recomputing(
                MemoryPlan.recomputes(model.config(), settings, batches.largest(), memory.bytes()));
        try (var decoder =
                new Decoder(model.config(), WeightLoader.load(model.weights(), model.config(), settings.precision()))) {
            var task = new TrainingTask(
                    decoder,
                    pairs.train(),
                    pairs.heldOut(),
                    spec.objective().orElseThrow(),
                    decided,
                    spec.evaluation(),
                    embeddings(job, pairs),
                    job.adapter(),
                    job.folder());
            return train(task, model, job, listener);
        } catch (RuntimeException | OutOfMemoryError e) {
            var failed = FailedAllocation.behind(e);
            if (failed.isPresent()) {
                throw MemoryPlan.exhausted(failed.get(), model.config(), decided, batches.largest(), e);
            }
            throw e;
        } finally {
            Torch.releaseFreeMemory();
        }
    }

    private static Optional<PairEmbeddings> embeddings(JobTraining job, PairTokens pairs) throws IOException {
        return job.embeddings().isEmpty()
                ? Optional.empty()
                : Optional.of(EmbeddingsByPair.read(job.embeddings().get(), pairs.lines()));
    }

    private static PairTokens read(ModelFolder model, JobTraining job, JobListener listener) throws IOException {
        var settings = job.spec().training();
        try (var tokenizer = model.openTokenizer()) {
            var encoder = encoder(model, tokenizer, settings);
            var pairs = PairTokens.read(job.pairs(), encoder, Long.MAX_VALUE);
            LengthFindings.requireTokens(encoder.lengths());
            LengthFindings.warnings(encoder.lengths(), settings).forEach(listener::warning);
            if (pairs.weighted() > 0) {
                listener.warning(
                        pairs.weighted() + " pairs have a weight, which training does not use: all count the same.");
            }
            return pairs;
        }
    }

    private static PairEncoder encoder(ModelFolder model, Tokenizer tokenizer, TrainingSettings settings) {
        return new PairEncoder(
                ConversationEncoder.of(tokenizer, model.chatTemplate()),
                new LengthLimits(settings.maxLength(), settings.maxPromptLength()));
    }

    private static Trained train(TrainingTask task, ModelFolder model, JobTraining job, JobListener listener)
            throws IOException {
        try (var training = new PreferenceTraining(task, job.checkpoint(), listener::on)) {
            training.run(() -> false);
            return new Trained(Product.write(job.folder(), model, training.policy(), job.spec()), Map.of());
        }
    }
}

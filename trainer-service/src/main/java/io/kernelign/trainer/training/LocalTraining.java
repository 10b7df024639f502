package io.kernelign.trainer.training;

import io.kernelign.contracts.DatasetRef;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.Models;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.lm.lora.PeftFolder;
import io.kernelign.lm.tokenizer.ConversationEncoder;
import io.kernelign.lm.tokenizer.LengthLimits;
import io.kernelign.torch.Torch;
import io.kernelign.trainer.spec.JobSpec;
import io.kernelign.training.PreferenceTraining;
import io.kernelign.training.TrainingSettings;
import io.kernelign.training.TrainingTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Trains in this process, with the training library. */
@Component
class LocalTraining implements Training {

    private static final int SAMPLE = 256;

    private final Models models;

    LocalTraining(Models models) {
        this.models = models;
    }

    @Override
    public TrainingCost cost(JobSpec spec, DatasetRef dataset, Path pairs) throws IOException {
        var model = models.open(spec.model());
        return CostEstimate.of(
                model,
                spec,
                dataset,
                encode(model, spec.training(), pairs, SAMPLE).train());
    }

    @Override
    public Trained run(JobTraining job, JobListener listener) throws IOException {
        var spec = job.spec();
        var model = models.open(spec.model());
        var pairs = encode(model, spec.training(), job.pairs(), Long.MAX_VALUE);
        if (pairs.lengths().emptyResponses() > 0) {
            throw new IllegalArgumentException(
                    pairs.lengths().emptyResponses() + " responses have no token: nothing can be learnt from them");
        }
        LengthWarnings.of(pairs.lengths(), limits(spec.training())).forEach(listener::warning);
        try (var decoder = new Decoder(model.config(), WeightLoader.load(model.weights(), model.config()))) {
            var task = new TrainingTask(
                    decoder,
                    pairs.train(),
                    pairs.heldOut(),
                    spec.objective().orElseThrow(),
                    spec.training(),
                    spec.evaluation(),
                    job.folder());
            return train(task, job, listener);
        } finally {
            Torch.releaseFreeMemory();
        }
    }

    private static Trained train(TrainingTask task, JobTraining job, JobListener listener) {
        try (var training = new PreferenceTraining(task, job.checkpoint(), listener::on)) {
            training.run(() -> false);
            PeftFolder.write(job.folder(), training.policy(), job.spec().model());
            var files = List.of(
                    job.folder().resolve(PeftFolder.WEIGHTS), job.folder().resolve(PeftFolder.CONFIG));
            return new Trained(files, Map.of());
        }
    }

    private static PairTokens encode(ModelFolder model, TrainingSettings settings, Path pairs, long most)
            throws IOException {
        try (var tokenizer = model.openTokenizer()) {
            var encoder = ConversationEncoder.of(tokenizer, model.chatTemplate());
            return PairTokens.read(pairs, encoder, limits(settings), most);
        }
    }

    private static LengthLimits limits(TrainingSettings settings) {
        return new LengthLimits(settings.maxLength(), settings.maxPromptLength());
    }
}

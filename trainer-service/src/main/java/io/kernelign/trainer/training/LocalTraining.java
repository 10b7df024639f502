package io.kernelign.trainer.training;

import io.kernelign.chat.TemplateException;
import io.kernelign.data.split.PromptFolds;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.tokenizer.ConversationEncoder;
import io.kernelign.lm.tokenizer.LengthLimits;
import io.kernelign.lm.tokenizer.Tokenizer;
import io.kernelign.objective.Objective;
import io.kernelign.trainer.memory.JobRoom;
import io.kernelign.trainer.model.BaseModels;
import io.kernelign.trainer.spec.JobSpec;
import io.kernelign.training.Findings;
import io.kernelign.training.PairEncoder;
import io.kernelign.training.PreferenceTraining;
import io.kernelign.training.TrainingSettings;
import io.kernelign.training.TrainingTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Trains in this process, with the training library. */
@Component
class LocalTraining implements Training {

    private final BaseModels models;
    private final JobRoom promised;
    private final TrainingRoom room;

    LocalTraining(BaseModels models, JobRoom promised, TrainingRoom room) {
        this.models = models;
        this.promised = promised;
        this.room = room;
    }

    @Override
    public TrainingCost cost(JobSpec spec, long trainPairs, Path pairs, Optional<Path> heldOut) throws IOException {
        var model = models.open(spec.model());
        try (var tokenizer = model.openTokenizer()) {
            var encoder = ConversationEncoder.of(tokenizer, model.chatTemplate());
            // Which prompts are nearly the same is worth a reading of all pairs to a training, but not to an estimate.
            var use = PairUse.of(spec, PromptFolds.OF_SINGLE_PROMPTS);
            var sample = LengthSample.read(
                    pairs, use, heldOut, encoder, spec.evaluation().pairs());
            return CostEstimate.of(model.config(), spec, trainPairs, sample, promised);
        } catch (TemplateException e) {
            throw UnwritableConversation.of(spec, e);
        }
    }

    @Override
    public Trained run(JobTraining job, TrainingLog listener) throws IOException, InterruptedException {
        var model = models.open(job.spec().model());
        var pairs = read(model, job, listener::warning);
        return room.use(model, pairs, job, listener, (decoder, settings) -> {
            var task = task(decoder, pairs, job.spec().objective().orElseThrow(), settings, job);
            return train(task, model, job, pairs.details(), listener);
        });
    }

    /** What is to be said of the data is said by the training that follows. */
    @Override
    public void race(PilotTraining pilot, PilotLog log) throws IOException, InterruptedException {
        var job = pilot.job();
        var model = models.open(job.spec().model());
        var pairs = read(model, job, sentence -> {});
        room.use(model, pairs, job, log, (decoder, settings) -> {
            LocalPilot.run(task(decoder, pairs, pilot.candidates().get(0), settings, job), pilot, log);
            return null;
        });
    }

    private static TrainingTask task(
            Decoder decoder, JobPairs pairs, Objective objective, TrainingSettings settings, JobTraining job) {
        return new TrainingTask(
                decoder,
                pairs.train(),
                pairs.heldOut(),
                objective,
                settings,
                job.spec().evaluation(),
                pairs.embeddings(),
                job.adapter(),
                job.folder());
    }

    private static JobPairs read(ModelFolder model, JobTraining job, Consumer<String> warnings) throws IOException {
        var settings = job.spec().training();
        try (var tokenizer = model.openTokenizer()) {
            var encoder = encoder(model, tokenizer, settings);
            var pairs = JobPairs.read(job, encoder);
            LengthFindings.requireTokens(encoder.lengths());
            LengthFindings.warnings(encoder.lengths(), settings).forEach(warnings);
            if (pairs.weighted() > 0) {
                warnings.accept(
                        pairs.weighted() + " pairs have a weight, which training does not use: all count the same.");
            }
            pairs.shared()
                    .filter(shared -> shared.count() > 0)
                    .map(SharedPrompts::warning)
                    .ifPresent(warnings);
            return pairs;
        }
    }

    private static PairEncoder encoder(ModelFolder model, Tokenizer tokenizer, TrainingSettings settings) {
        return new PairEncoder(
                ConversationEncoder.of(tokenizer, model.chatTemplate()),
                new LengthLimits(settings.maxLength(), settings.maxPromptLength()));
    }

    private static Map<String, Object> told(Map<String, Object> details, Findings findings) {
        var told = new LinkedHashMap<>(details);
        var spectra = SpectrumDetails.of(findings);
        if (!spectra.isEmpty()) {
            told.put("spectra", spectra);
        }
        return told;
    }

    private static Trained train(
            TrainingTask task, ModelFolder model, JobTraining job, Map<String, Object> details, TrainingLog listener)
            throws IOException {
        try (var training = new PreferenceTraining(task, job.checkpoint(), listener::on)) {
            if (!training.run(listener::stopping)) {
                throw listener.stopped();
            }
            var findings = training.findings();
            var files = new ArrayList<>(Product.write(job.folder(), model, training.policy(), job.spec()));
            files.addAll(FindingFiles.write(
                    job.folder(), findings, job.heldOut().orElse(job.pairs()).pairs()));
            return new Trained(files, told(details, findings));
        }
    }
}

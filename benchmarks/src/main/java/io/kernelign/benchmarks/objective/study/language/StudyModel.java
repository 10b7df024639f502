package io.kernelign.benchmarks.objective.study.language;

import io.kernelign.lm.config.LlamaConfig;
import io.kernelign.lm.config.LlamaTensors;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.lm.weights.SafetensorsFile;
import io.kernelign.training.Pretraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The study's base model: a Llama of about 50,000 parameters that has learned the language. */
public final class StudyModel {

    private static final LlamaConfig CONFIG =
            new LlamaConfig(Language.VOCABULARY, 48, 96, 2, 4, 4, 12, 64, 1e-6, 10_000, true);
    private static final int CORPUS = 20_000;
    private static final long SEED = 7;

    /** Pre-training steps of the study. */
    public static final int STEPS = 1500;

    private StudyModel() {}

    /** Parameters of the model. */
    public static long parameters() {
        return LlamaTensors.shapes(CONFIG).values().stream()
                .mapToLong(shape -> shape.stream().reduce(1L, Math::multiplyExact))
                .sum();
    }

    /** Pre-trains the model; the caller closes it. */
    public static Decoder pretrained(LanguageTask task, int steps, Pretraining.Progress progress) throws IOException {
        Path file = Files.createTempFile("kernelign-study", ".safetensors");
        try (var pretraining = new Pretraining(CONFIG, SEED)) {
            pretraining.run(task.corpus(CORPUS), steps, progress);
            pretraining.save(file);
            return new Decoder(CONFIG, WeightLoader.load(SafetensorsFile.open(file), CONFIG));
        } finally {
            Files.delete(file);
        }
    }
}

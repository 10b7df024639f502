package io.kernelign.benchmarks.objective.study.language;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.lm.family.Families;
import io.kernelign.lm.weights.SafetensorsFile;
import io.kernelign.training.Pretraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The study's base model: a Llama of about 50,000 parameters that has learned the language. */
public final class StudyModel {

    private static final ModelConfig CONFIG = Families.of(Map.of(
            "architectures", List.of("LlamaForCausalLM"),
            "model_type", "llama",
            "vocab_size", Language.VOCABULARY,
            "hidden_size", 48,
            "intermediate_size", 96,
            "num_hidden_layers", 2,
            "num_attention_heads", 4,
            "max_position_embeddings", 64,
            "tie_word_embeddings", true));
    private static final int CORPUS = 20_000;
    private static final long SEED = 7;

    /** Pre-training steps of the study. */
    public static final int STEPS = 1500;

    private StudyModel() {}

    /** Parameters of the model. */
    public static long parameters() {
        return CONFIG.parameters();
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

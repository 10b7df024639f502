package io.kernelign.training;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.lm.decoder.Precision;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.lm.decoder.Weights;
import io.kernelign.lm.family.Families;
import io.kernelign.lm.weights.SafetensorsWriter;
import io.kernelign.lm.weights.WeightFiles;
import io.kernelign.objective.Objective;
import io.kernelign.torch.DType;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A decoder with random weights and pairs whose chosen responses are made of other tokens than the rejected ones. */
final class TinyTask {

    static final ModelConfig CONFIG = config(64, true);

    private TinyTask() {}

    private static ModelConfig config(int vocabulary, boolean tied) {
        return Families.of(Map.of(
                "architectures", List.of("LlamaForCausalLM"),
                "model_type", "llama",
                "vocab_size", vocabulary,
                "hidden_size", 32,
                "intermediate_size", 64,
                "num_hidden_layers", 2,
                "num_attention_heads", 4,
                "num_key_value_heads", 2,
                "max_position_embeddings", 128,
                "tie_word_embeddings", tied));
    }

    static Decoder model() {
        return model(CONFIG, -1);
    }

    /** A model whose embedding of one token holds infinity: every forward pass that reads it says NaN, and no other. */
    static Decoder modelWithBrokenToken(int token) {
        return model(config(64, false), token);
    }

    /** A model of one narrow layer. */
    static Decoder modelOfVocabulary(int tokens) {
        return model(config(tokens, true), -1);
    }

    /** The same model, written to a folder and read from there in a precision. */
    static Decoder modelIn(Precision precision, Path folder) throws IOException {
        try (var model = model();
                var scope = Scope.plain()) {
            SafetensorsWriter.write(
                    folder.resolve("model.safetensors"),
                    model.weights().tensors().entrySet().stream()
                            .map(tensor -> SafetensorsWriter.Entry.of(tensor.getKey(), tensor.getValue()))
                            .toList());
        }
        return new Decoder(CONFIG, WeightLoader.load(WeightFiles.open(folder), CONFIG, precision));
    }

    /** Copies of all tensors in FLOAT32. */
    static Weights inFloat32(Weights weights) {
        var copies = new LinkedHashMap<String, Tensor>();
        try (var scope = Scope.plain()) {
            weights.tensors()
                    .forEach((name, tensor) ->
                            copies.put(name, tensor.to(DType.FLOAT32).plus(0).retain()));
        }
        return new Weights(copies);
    }

    private static Decoder model(ModelConfig config, int broken) {
        var random = new Random(7);
        var tensors = new LinkedHashMap<String, Tensor>();
        try (var scope = Scope.plain()) {
            ModelTensors.shapes(config).forEach((name, shape) -> {
                var dims = shape.stream().mapToLong(Long::longValue).toArray();
                var values = new float[shape.stream().mapToInt(Long::intValue).reduce(1, Math::multiplyExact)];
                for (int i = 0; i < values.length; i++) {
                    values[i] = name.contains("norm") ? 1 : (float) (0.15 * random.nextGaussian());
                }
                if (broken >= 0 && name.contains("embed_tokens")) {
                    values[broken * config.hiddenSize()] = Float.POSITIVE_INFINITY;
                }
                tensors.put(name, Tensors.of(values, dims).retain());
            });
        }
        return new Decoder(config, new Weights(tensors));
    }

    /** Chosen responses are drawn from tokens 32 to 39, rejected ones from 0 to 7. */
    static List<EncodedPair> pairs(int count, long seed) {
        var random = new Random(seed);
        var pairs = new ArrayList<EncodedPair>();
        for (int i = 0; i < count; i++) {
            var row = new PackedRows.Row(
                    tokens(random, 3 + random.nextInt(5), 0, 64),
                    tokens(random, 2 + random.nextInt(4), 32, 40),
                    tokens(random, 2 + random.nextInt(4), 0, 8));
            pairs.add(new EncodedPair("pair-" + seed + "-" + i, i % 2 == 0 ? "safety" : null, row));
        }
        return pairs;
    }

    private static long[] tokens(Random random, int count, int from, int to) {
        return random.longs(count, from, to).toArray();
    }

    static TrainingTask of(
            Decoder model, Map<String, Object> objective, Map<String, Object> training, Path workFolder) {
        return new TrainingTask(
                model,
                pairs(48, 1),
                pairs(24, 2),
                Objective.TYPE.read(objective),
                TrainingSettings.TYPE.read(training),
                EvaluationSettings.TYPE.read(Map.of()),
                workFolder);
    }
}

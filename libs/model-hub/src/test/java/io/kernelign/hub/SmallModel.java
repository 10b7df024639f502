package io.kernelign.hub;

import io.kernelign.fetch.testing.FakeHub;
import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.family.Families;
import io.kernelign.lm.json.JsonFile;
import io.kernelign.lm.weights.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files of a model of a few hundred kilobytes, so that its weights arrive in several pieces. */
final class SmallModel {

    private static final Map<String, Object> CONFIG = Map.of(
            "architectures", List.of("LlamaForCausalLM"),
            "model_type", "llama",
            "vocab_size", 1500,
            "hidden_size", 64,
            "intermediate_size", 96,
            "num_hidden_layers", 1,
            "num_attention_heads", 2,
            "num_key_value_heads", 1,
            "max_position_embeddings", 16,
            "tie_word_embeddings", true);

    private SmallModel() {}

    /** Puts the model on the hub, beside files that nobody needs. */
    static void on(FakeHub hub, Path scratch) throws IOException {
        JsonFile.write(scratch.resolve("config.json"), CONFIG);
        JsonFile.write(scratch.resolve("tokenizer_config.json"), Map.of());
        JsonFile.write(scratch.resolve("tokenizer.json"), Map.of());
        writeWeights(scratch.resolve("model.safetensors"), ModelTensors.shapes(Families.of(CONFIG)));
        try (var files = Files.list(scratch)) {
            for (var file : files.toList()) {
                hub.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        for (var name : List.of("README.md", "pytorch_model.bin", "consolidated.safetensors", "onnx/model.onnx")) {
            hub.put(name, new byte[9]);
        }
    }

    /** Puts it there in two shards. */
    static void sharded(FakeHub hub, Path scratch) throws IOException {
        on(hub, scratch);
        var shapes = ModelTensors.shapes(Families.of(CONFIG));
        var first = Map.of(ModelTensors.EMBEDDING, shapes.get(ModelTensors.EMBEDDING));
        var second = new HashMap<>(shapes);
        second.keySet().removeAll(first.keySet());
        var map = new HashMap<String, String>();
        shapes.keySet().forEach(name -> map.put(name, first.containsKey(name) ? "a.safetensors" : "b.safetensors"));
        writeWeights(scratch.resolve("a.safetensors"), first);
        writeWeights(scratch.resolve("b.safetensors"), second);
        JsonFile.write(scratch.resolve("index.json"), Map.of("weight_map", map));
        hub.remove("model.safetensors");
        hub.put("a.safetensors", Files.readAllBytes(scratch.resolve("a.safetensors")));
        hub.put("b.safetensors", Files.readAllBytes(scratch.resolve("b.safetensors")));
        hub.put("model.safetensors.index.json", Files.readAllBytes(scratch.resolve("index.json")));
    }

    private static void writeWeights(Path file, Map<String, List<Long>> shapes) {
        SafetensorsWriter.write(
                file,
                shapes.entrySet().stream()
                        .map(tensor -> new SafetensorsWriter.Entry(
                                tensor.getKey(), tensor.getValue(), () -> values(tensor.getValue())))
                        .toList());
    }

    private static float[] values(List<Long> shape) {
        var values = new float[shape.stream().mapToInt(Long::intValue).reduce(1, Math::multiplyExact)];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 97;
        }
        return values;
    }
}

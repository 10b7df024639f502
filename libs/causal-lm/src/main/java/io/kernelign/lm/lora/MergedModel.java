package io.kernelign.lm.lora;

import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.ModelWriter;
import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.ModelTensors;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A model that has an adapter merged into its weights, and so needs none. */
public final class MergedModel {

    private MergedModel() {}

    /**
     * Writes it in Hugging Face's layout into an existing folder, a tensor at a time.
     *
     * @param lora an adapter of the model
     */
    public static void write(Path target, ModelFolder base, Lora lora) {
        var merges = merges(base.config(), lora);
        ModelWriter.write(target, base, name -> {
            var values = base.weights().read(name);
            return merges.containsKey(name) ? merged(base, name, values, merges.get(name)) : values;
        });
    }

    private static float[] merged(ModelFolder base, String name, float[] values, UnaryOperator<Tensor> merge) {
        var shape = base.weights().tensor(name).shape().stream()
                .mapToLong(Long::longValue)
                .toArray();
        try (var scope = Scope.plain()) {
            return merge.apply(Tensors.of(values, shape)).floats();
        }
    }

    private static Map<String, UnaryOperator<Tensor>> merges(ModelConfig model, Lora lora) {
        var merges = new HashMap<String, UnaryOperator<Tensor>>();
        for (int layer : lora.settings().layers().of(model.layers().size())) {
            for (var projection : lora.settings().targets()) {
                merges.put(
                        ModelTensors.projection(layer, projection), weight -> lora.merged(layer, projection, weight));
            }
        }
        return merges;
    }
}

package io.kernelign.training;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.config.Projection;
import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.lm.decoder.Weights;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A model all of whose weights train, beside the frozen one that it started as.
 *
 * @param model its own; its weights are the leaves, by their Hugging Face names
 */
public record FullPolicy(Decoder model) implements Policy {

    /** A copy of a model. */
    static FullPolicy of(Decoder start) {
        return create(start.config(), (name, shape) -> {
            var copy = Tensors.zeros(start.weights().get(name).dtype(), shape);
            copy.assign(start.weights().get(name));
            return copy;
        });
    }

    /** A model with given weights. */
    static FullPolicy of(ModelConfig config, BiFunction<String, long[], float[]> values) {
        return create(config, (name, shape) -> Tensors.of(values.apply(name, shape), shape));
    }

    private static FullPolicy create(ModelConfig config, BiFunction<String, long[], Tensor> source) {
        Map<String, Tensor> leaves = new LinkedHashMap<>();
        try (var scope = Scope.plain()) {
            ModelTensors.shapes(config)
                    .forEach((name, shape) ->
                            leaves.put(name, source.apply(name, dims(shape)).requireGradient()));
            leaves.values().forEach(Tensor::retain);
        }
        return new FullPolicy(new Decoder(config, new Weights(leaves)));
    }

    private static long[] dims(List<Long> shape) {
        return shape.stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public Adapter adapter() {
        return Adapter.NONE;
    }

    @Override
    public Adapter inTraining(long seed) {
        return Adapter.NONE;
    }

    /** They part at the first layer. */
    @Override
    public Entry enter(Reference reference, int batch, PackedRows rows) {
        var pass = rows.pass(model);
        return new Entry(pass, pass.embedded(), 0, true);
    }

    @Override
    public boolean trainsHead() {
        return true;
    }

    @Override
    public Map<String, Tensor> named() {
        return model.weights().tensors();
    }

    @Override
    public Tensor weight(int layer, Projection projection) {
        return model.weights().get(ModelTensors.projection(layer, projection));
    }

    @Override
    public void close() {
        model.close();
    }
}

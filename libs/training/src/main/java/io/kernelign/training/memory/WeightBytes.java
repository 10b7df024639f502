package io.kernelign.training.memory;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.config.Projection;
import io.kernelign.lm.decoder.Precision;
import io.kernelign.lm.lora.LoraTensors;
import io.kernelign.training.Method;
import java.util.List;
import java.util.stream.Stream;

/** What a model's weights take as they lie in memory, and what is made of them for a while. They are copied, not mapped. */
final class WeightBytes {

    private final ModelConfig model;
    private final Precision precision;
    private final Method method;

    WeightBytes(ModelConfig model, Method method, Precision precision) {
        this.model = model;
        this.method = method;
        this.precision = precision;
    }

    /** Of the frozen model: projections as they are kept, all else in float32. */
    long base() {
        var projections = ModelTensors.projections(model);
        return ModelTensors.shapes(model).entrySet().stream()
                .mapToLong(tensor -> elements(tensor.getValue())
                        * (projections.contains(tensor.getKey()) ? precision.keptBytes() : Float.BYTES))
                .sum();
    }

    /** The head once more in the type of the product, where that is another. */
    long headCopy() {
        return precision == Precision.BFLOAT16 ? head() * precision.productBytes() : 0;
    }

    /** One layer's projections in the type of the product, where they are kept in another. */
    long widened() {
        return precision == Precision.WIDENED
                ? precision.productBytes()
                        * model.projections().all().stream()
                                .mapToLong(map -> (long) map.outputWidth(model) * map.inputWidth(model))
                                .sum()
                : 0;
    }

    private long head() {
        return (long) model.vocabularySize() * model.hiddenSize();
    }

    /**
     * The largest matrix whose spectrum is fitted: in float32, where it has to be made, in float64, and the product with
     * itself with what its eigenvalues are found in.
     */
    long fitting() {
        return model.projections().all().stream().mapToLong(this::fitting).max().orElse(0);
    }

    private long fitting(Projection map) {
        long rows = map.outputWidth(model);
        long columns = map.inputWidth(model);
        long narrow = Math.min(rows, columns);
        boolean merged = method instanceof Method.LowRank;
        int copies = (precision == Precision.FLOAT32 ? 0 : 1) + (merged ? 3 : 0);
        return rows * columns * (copies * Float.BYTES + Double.BYTES) + 3 * narrow * narrow * Double.BYTES;
    }

    /** The gradient of the largest matrix of a layer that learns, before it is added to what there is. */
    long learning() {
        return Float.BYTES
                * (method instanceof Method.LowRank lowRank
                        ? largest(LoraTensors.shapes(model, lowRank.lora()).values().stream())
                        : largest(model.projections().all().stream()
                                .map(map -> List.of((long) map.outputWidth(model), (long) map.inputWidth(model)))));
    }

    private static long largest(Stream<List<Long>> shapes) {
        return shapes.mapToLong(WeightBytes::elements).max().orElse(0);
    }

    private static long elements(List<Long> shape) {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }
}

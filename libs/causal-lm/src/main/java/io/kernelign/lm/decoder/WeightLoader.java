package io.kernelign.lm.decoder;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.weights.SafetensorsFile;
import io.kernelign.lm.weights.TensorInfo;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Loads a checkpoint's tensors, through one buffer of the largest tensor's size. */
public final class WeightLoader {

    private WeightLoader() {}

    /** Loads all as FLOAT32. */
    public static Weights load(SafetensorsFile file, ModelConfig config) {
        return load(file, config, Precision.FLOAT32);
    }

    /**
     * @param file the checkpoint of a model of this shape, as {@code ModelFolder} has checked it
     * @param precision of the layers' projections; the rest is FLOAT32
     * @throws InvalidInputException if a tensor holds a number that is not finite
     */
    public static Weights load(SafetensorsFile file, ModelConfig config, Precision precision) {
        var names = ModelTensors.shapes(config);
        long largest = names.keySet().stream()
                .map(file::tensor)
                .mapToLong(TensorInfo::elements)
                .max()
                .orElseThrow();
        var buffer = ByteBuffer.allocateDirect(Math.toIntExact(largest * Float.BYTES))
                .order(ByteOrder.nativeOrder());
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        var projections = ModelTensors.projections(config);
        try (var all = Scope.plain()) {
            names.forEach((name, shape) -> {
                try (var scope = Scope.plain()) {
                    var tensor = read(file, name, shape, buffer);
                    tensors.put(name, scope.keep(projections.contains(name) ? precision.of(tensor) : tensor));
                }
            });
            tensors.values().forEach(Tensor::retain);
        }
        return new Weights(tensors);
    }

    private static Tensor read(SafetensorsFile file, String name, List<Long> shape, ByteBuffer buffer) {
        var elements = Math.toIntExact(file.tensor(name).elements());
        buffer.clear().limit(elements * Float.BYTES);
        file.read(name, 0, buffer.asFloatBuffer());
        requireFinite(file, name, buffer.asFloatBuffer());
        return Tensors.of(buffer, shape.stream().mapToLong(Long::longValue).toArray());
    }

    private static void requireFinite(SafetensorsFile file, String name, FloatBuffer values) {
        for (int i = 0; i < values.limit(); i++) {
            if (!Float.isFinite(values.get(i))) {
                throw new InvalidInputException(FieldError.unacceptable(
                        file.path().getFileName() + ": " + name + "[" + i + "]", values.get(i), "a finite number"));
            }
        }
    }
}

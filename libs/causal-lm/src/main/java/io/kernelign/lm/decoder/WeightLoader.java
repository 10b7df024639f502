package io.kernelign.lm.decoder;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.weights.WeightFiles;
import io.kernelign.torch.DType;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Loads a checkpoint's tensors, a chunk at a time, so that a tensor may be larger than any buffer. */
public final class WeightLoader {

    private static final int CHUNK = 1 << 20;

    private WeightLoader() {}

    /** Loads all as FLOAT32. */
    public static Weights load(WeightFiles file, ModelConfig config) {
        return load(file, config, Precision.FLOAT32);
    }

    /**
     * @param file the checkpoint of a model of this shape, as {@code ModelFolder} has checked it
     * @param precision of the layers' projections and of products; all other tensors are FLOAT32, and the head is there
     *     in bfloat16 as well where products with it are computed in that
     * @throws InvalidInputException if a tensor holds a number that is not finite
     */
    public static Weights load(WeightFiles file, ModelConfig config, Precision precision) {
        var names = ModelTensors.shapes(config);
        var buffer = ByteBuffer.allocateDirect(CHUNK * Float.BYTES).order(ByteOrder.nativeOrder());
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Map<String, Tensor> factors = new LinkedHashMap<>();
        var projections = ModelTensors.projections(config);
        try (var all = Scope.plain()) {
            names.forEach((name, shape) -> {
                try (var scope = Scope.plain()) {
                    var tensor = read(file, name, shape, buffer);
                    tensors.put(name, scope.keep(projections.contains(name) ? precision.kept(tensor) : tensor));
                    if (precision == Precision.BFLOAT16 && name.equals(ModelTensors.head(config))) {
                        factors.put(name, scope.keep(precision.kept(tensor)));
                    }
                }
            });
            var rooms = precision == Precision.WIDENED ? rooms(config) : Map.<String, Tensor>of();
            tensors.values().forEach(Tensor::retain);
            factors.values().forEach(Tensor::retain);
            rooms.values().forEach(Tensor::retain);
            return new Weights(tensors, factors, rooms);
        }
    }

    /** Room for one layer's projections in FLOAT32, which all layers share. */
    private static Map<String, Tensor> rooms(ModelConfig config) {
        var rooms = new HashMap<String, Tensor>();
        for (var projection : config.projections().all()) {
            var room = Tensors.zeros(DType.FLOAT32, projection.outputWidth(config), projection.inputWidth(config));
            for (int layer = 0; layer < config.layers().size(); layer++) {
                rooms.put(ModelTensors.projection(layer, projection), room);
            }
        }
        return rooms;
    }

    private static Tensor read(WeightFiles file, String name, List<Long> shape, ByteBuffer buffer) {
        long elements = file.tensor(name).elements();
        var sizes = shape.stream().mapToLong(Long::longValue).toArray();
        if (elements <= CHUNK) {
            return chunk(file, name, 0, elements, buffer).reshape(sizes);
        }
        var whole = Tensors.zeros(DType.FLOAT32, elements);
        for (long at = 0; at < elements; at += CHUNK) {
            long end = Math.min(elements, at + CHUNK);
            try (var chunk = chunk(file, name, at, end, buffer);
                    var place = whole.slice(0, at, end)) {
                place.assign(chunk);
            }
        }
        return whole.reshape(sizes);
    }

    private static Tensor chunk(WeightFiles file, String name, long from, long to, ByteBuffer buffer) {
        buffer.clear().limit((int) (to - from) * Float.BYTES);
        file.read(name, from, buffer.asFloatBuffer());
        requireFinite(file, name, from, buffer.asFloatBuffer());
        return Tensors.of(buffer, to - from);
    }

    private static void requireFinite(WeightFiles file, String name, long from, FloatBuffer values) {
        for (int i = 0; i < values.limit(); i++) {
            if (!Float.isFinite(values.get(i))) {
                var place = file.holding(name).name() + ": " + name + "[" + (from + i) + "]";
                throw new InvalidInputException(FieldError.unacceptable(place, values.get(i), "a finite number"));
            }
        }
    }
}

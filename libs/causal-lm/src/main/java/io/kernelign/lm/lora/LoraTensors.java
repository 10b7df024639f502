package io.kernelign.lm.lora;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.Projection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names and shapes under which PEFT keeps an adapter's matrices. */
public final class LoraTensors {

    private LoraTensors() {}

    /**
     * Every matrix of an adapter, A before B, layer by layer, projections in their order of use.
     *
     * @throws io.kernelign.input.InvalidInputException as {@link LoraSettings#on}
     */
    public static Map<String, List<Long>> shapes(ModelConfig model, LoraSettings settings) {
        var own = settings.on(model);
        var shapes = new LinkedHashMap<String, List<Long>>();
        for (int layer : own.layers().of(model.layers().size())) {
            for (var projection : model.projections().all()) {
                if (own.targets().contains(projection)) {
                    shapes.put(a(layer, projection), List.of((long) own.rank(), (long) projection.inputWidth(model)));
                    shapes.put(b(layer, projection), List.of((long) projection.outputWidth(model), (long) own.rank()));
                }
            }
        }
        return Collections.unmodifiableMap(shapes);
    }

    /** Numbers of an adapter in all. */
    public static long parameters(ModelConfig model, LoraSettings settings) {
        return shapes(model, settings).values().stream()
                .mapToLong(shape -> shape.get(0) * shape.get(1))
                .sum();
    }

    /** The matrix A of one projection, [rank, in]. */
    static String a(int layer, Projection projection) {
        return "base_model.model." + projection.module(layer) + ".lora_A.weight";
    }

    /** The matrix B of one projection, [out, rank]. */
    static String b(int layer, Projection projection) {
        return "base_model.model." + projection.module(layer) + ".lora_B.weight";
    }
}

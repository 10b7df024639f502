package io.kernelign.training.memory;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.Projection;
import io.kernelign.lm.decoder.Precision;
import io.kernelign.lm.lora.LoraSettings;
import io.kernelign.training.Method;
import java.util.List;
import java.util.Optional;

/** The linear maps of a model's layers: which of them learn, in what they answer, and what backward needs of them. */
final class LinearMaps {

    private final ModelConfig model;
    private final Optional<LoraSettings> lora;
    private final List<Integer> adapted;
    private final int product;

    LinearMaps(ModelConfig model, Method trained, Precision precision) {
        this.model = model;
        lora = trained instanceof Method.LowRank method
                ? Optional.of(method.lora().on(model))
                : Optional.empty();
        adapted = lora.map(own -> own.layers().of(model.layers().size())).orElse(List.of());
        product = precision.productBytes();
    }

    /** Bytes of a number in a product with a weight. */
    int product() {
        return product;
    }

    /** Whether the weights themselves learn. */
    boolean full() {
        return lora.isEmpty();
    }

    /** Bytes of a number that a map answers: a bias, and an adapter with dropout, are added in float32. */
    int answer(int layer, Projection map) {
        boolean widened = model.projections().biased().contains(map) || dropout() && learns(layer, map);
        return widened ? Float.BYTES : product;
    }

    boolean learns(int layer, Projection map) {
        return lora.map(own -> adapted.contains(layer) && own.targets().contains(map))
                .orElse(true);
    }

    private boolean dropout() {
        return lora.filter(own -> own.dropout() > 0).isPresent();
    }

    /** What stands for a layer's fan: its one fused map, or the parts. */
    List<Projection> fan(Projection fused) {
        return model.projections().fused() ? List.of(fused) : fused.parts();
    }

    /** Bytes of a number that a part of a fan answers. */
    int answerOfPart(int layer, Projection fused, Projection part) {
        return answer(layer, model.projections().fused() ? fused : part);
    }

    /**
     * Bytes that maps of the same input keep until backward.
     *
     * @param input bytes of a number of it
     * @param held whether the input is kept by others, as it is
     */
    long kept(int layer, List<Projection> maps, long tokens, int input, boolean held) {
        var learning = maps.stream().filter(map -> learns(layer, map)).toList();
        if (learning.isEmpty()) {
            return 0;
        }
        long width = learning.get(0).inputWidth(model);
        if (dropout()) {
            // The mask and what it left, which each adapter has for itself.
            long perMap = tokens * (width * (product + Float.BYTES) + rank() * Float.BYTES);
            return learning.size() * perMap;
        }
        long read = held && input == product ? 0 : tokens * width * product;
        return full() ? read : read + adapters(learning, tokens);
    }

    /** The inner products, A of all maps in one piece, and B where it is turned into the product's type. */
    private long adapters(List<Projection> learning, long tokens) {
        long inner = (long) rank() * learning.size();
        long width = learning.get(0).inputWidth(model);
        long turned = product == Float.BYTES
                ? 0
                : rank()
                        * learning.stream()
                                .mapToLong(map -> map.outputWidth(model))
                                .sum();
        return product * (tokens * inner + inner * width + turned);
    }

    private int rank() {
        return lora.orElseThrow().rank();
    }
}

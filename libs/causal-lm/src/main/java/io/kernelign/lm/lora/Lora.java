package io.kernelign.lm.lora;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.Projection;
import io.kernelign.lm.decoder.Adapter;
import io.kernelign.torch.Primitives;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import io.kernelign.torch.Torch;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/** A LoRA adapter: W x + scale B A x on its target projections; owns A and B, which are trainable leaves. */
public final class Lora implements Adapter, AutoCloseable {

    private record Pair(Tensor a, Tensor b) {}

    private final LoraSettings settings;
    private final Map<String, Tensor> leaves;

    private Lora(LoraSettings settings, Map<String, Tensor> leaves) {
        this.settings = settings;
        this.leaves = Collections.unmodifiableMap(leaves);
    }

    /** A fresh adapter, which changes nothing yet: A uniform in +-1/sqrt(in) as in PEFT, B zero. */
    public static Lora initial(ModelConfig config, LoraSettings settings, long seed) {
        var random = new SplittableRandom(seed);
        return create(config, settings, (name, shape) -> {
            var values = new float[Math.toIntExact(shape[0] * shape[1])];
            if (name.endsWith("lora_A.weight")) {
                float bound = (float) (1 / Math.sqrt(shape[1]));
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (2 * random.nextDouble() - 1) * bound;
                }
            }
            return values;
        });
    }

    /** Where an adapter's numbers come from: row-major values for a PEFT name and shape. */
    @FunctionalInterface
    public interface Source {
        float[] values(String name, long[] shape);
    }

    /** An adapter with given numbers. */
    public static Lora create(ModelConfig config, LoraSettings settings, Source source) {
        var leaves = new LinkedHashMap<String, Tensor>();
        try (var scope = Scope.plain()) {
            LoraTensors.shapes(config, settings).forEach((name, sizes) -> {
                var shape = sizes.stream().mapToLong(Long::longValue).toArray();
                leaves.put(name, Tensors.of(source.values(name, shape), shape).requireGradient());
            });
            leaves.values().forEach(Tensor::retain);
        }
        return new Lora(settings.on(config), leaves);
    }

    private Pair pair(int layer, Projection projection) {
        var a = leaves.get(LoraTensors.a(layer, projection));
        return a == null ? null : new Pair(a, leaves.get(LoraTensors.b(layer, projection)));
    }

    @Override
    public Tensor apply(int layer, Projection projection, Tensor x, Tensor weight) {
        var pair = pair(layer, projection);
        return pair == null
                ? Adapter.NONE.apply(layer, projection, x, weight)
                : Primitives.loraLinear(x, weight, pair.a, pair.b, settings.scale());
    }

    @Override
    public List<Tensor> applyAll(int layer, List<Projection> projections, Tensor x, List<Tensor> weights) {
        var pairs =
                projections.stream().map(projection -> pair(layer, projection)).toList();
        return pairs.stream().anyMatch(Objects::isNull)
                ? Adapter.super.applyAll(layer, projections, x, weights)
                : Primitives.loraFan(
                        x,
                        weights,
                        pairs.stream().map(Pair::a).toList(),
                        pairs.stream().map(Pair::b).toList(),
                        settings.scale());
    }

    /**
     * The same adapter with dropout on its inputs, for a forward pass of training.
     *
     * @param seed decides with layer and projection what is dropped, whenever they are computed
     */
    public Adapter withDropout(long seed) {
        if (settings.dropout() == 0) {
            return this;
        }
        return (layer, projection, x, weight) -> {
            var base = Adapter.NONE.apply(layer, projection, x, weight);
            var pair = pair(layer, projection);
            if (pair == null) {
                return base;
            }
            Torch.seed(seed * 10_007 + layer * 31L + projection.ordinal());
            var dropped = Primitives.dropout(x, settings.dropout());
            var update = Primitives.linear(Primitives.linear(dropped, pair.a), pair.b);
            return base.plus(update.times(settings.scale()));
        };
    }

    /** The weight that the adapter turns {@code weight} into: W + scale B A. */
    public Tensor merged(int layer, Projection projection, Tensor weight) {
        var pair = pair(layer, projection);
        return pair == null ? weight : weight.plus(pair.b.matmul(pair.a).times(settings.scale()));
    }

    /** On the targets and layers of its model. */
    public LoraSettings settings() {
        return settings;
    }

    /** All leaves, A before B, layer by layer. */
    public List<Tensor> parameters() {
        return List.copyOf(leaves.values());
    }

    /** All leaves by their PEFT names, in the order of {@link #parameters}. */
    public Map<String, Tensor> named() {
        return leaves;
    }

    @Override
    public void close() {
        leaves.values().forEach(Tensor::close);
    }
}

package io.kernelign.lm.decoder;

import io.kernelign.lm.config.LlamaConfig;
import io.kernelign.lm.config.LlamaTensors;
import io.kernelign.lm.config.Projection;
import io.kernelign.torch.Primitives;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import java.util.EnumMap;
import java.util.Map;

/** One layer: attention and gated MLP, each behind a norm and added to the residual stream. */
final class DecoderLayer {

    private final int index;
    private final LlamaConfig config;
    private final Map<Projection, Tensor> weights = new EnumMap<>(Projection.class);
    private final Tensor attentionNorm;
    private final Tensor mlpNorm;

    DecoderLayer(int index, LlamaConfig config, Weights weights) {
        this.index = index;
        this.config = config;
        for (var projection : Projection.values()) {
            this.weights.put(projection, weights.get(LlamaTensors.projection(index, projection)));
        }
        attentionNorm = weights.get(LlamaTensors.attentionNorm(index));
        mlpNorm = weights.get(LlamaTensors.mlpNorm(index));
    }

    /** The residual stream [n, d] after this layer. */
    Tensor forward(Tensor x, Rotary.Rotation rotation, Attention attention, Adapter adapter) {
        try (var scope = Scope.nested()) {
            var afterAttention = x.plus(attend(norm(x, attentionNorm), rotation, attention, adapter));
            return scope.keep(afterAttention.plus(mlp(norm(afterAttention, mlpNorm), adapter)));
        }
    }

    private Tensor attend(Tensor x, Rotary.Rotation rotation, Attention attention, Adapter adapter) {
        var query = heads(project(Projection.QUERY, x, adapter), config.heads());
        var key = heads(project(Projection.KEY, x, adapter), config.keyValueHeads());
        var value = heads(project(Projection.VALUE, x, adapter), config.keyValueHeads());
        var attended = attention.attend(index, rotation.rotate(query), rotation.rotate(key), value);
        return project(Projection.OUTPUT, attended, adapter);
    }

    private Tensor mlp(Tensor x, Adapter adapter) {
        var gate = project(Projection.GATE, x, adapter);
        var up = project(Projection.UP, x, adapter);
        return project(Projection.DOWN, Primitives.swiglu(gate, up), adapter);
    }

    private Tensor project(Projection projection, Tensor x, Adapter adapter) {
        return adapter.apply(index, projection, x, weights.get(projection));
    }

    private Tensor norm(Tensor x, Tensor weight) {
        return Primitives.rmsNorm(x, weight, config.normEps());
    }

    private Tensor heads(Tensor x, int heads) {
        return x.reshape(-1, heads, config.headDim());
    }
}

package io.kernelign.lm.decoder;

import io.kernelign.lm.config.AttentionConfig;
import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.config.Projection;
import io.kernelign.lm.config.QueryKeyNorm;
import io.kernelign.torch.AttentionRule;
import io.kernelign.torch.Tensor;

/** A layer's attention: projections, norms of queries and keys, rotation, and the layer's rule. */
final class SelfAttention {

    private final int layer;
    private final AttentionConfig config;
    private final AttentionRule rule;
    private final Fan queryKeyValue;
    private final Norm queryNorm;
    private final Norm keyNorm;
    private final Linear output;

    SelfAttention(int layer, ModelConfig config, Weights weights) {
        this.layer = layer;
        this.config = config.attention();
        rule = new AttentionRule(this.config.scale(), config.layers().get(layer).window(), this.config.softCap());
        queryKeyValue = Fan.of(layer, Projection.QUERY_KEY_VALUE, config, weights);
        boolean normed = this.config.queryKeyNorm() != QueryKeyNorm.NONE;
        queryNorm = normed ? Norm.of(config.norms(), weights.get(ModelTensors.queryNorm(layer))) : Norm.NONE;
        keyNorm = normed ? Norm.of(config.norms(), weights.get(ModelTensors.keyNorm(layer))) : Norm.NONE;
        output = Linear.of(layer, Projection.OUTPUT, config, weights);
    }

    Tensor forward(Tensor x, Rotation rotation, Attention attention, Adapter adapter) {
        var projected = queryKeyValue.apply(x, adapter);
        var query = rotation.rotate(heads(projected.get(0), config.heads(), queryNorm));
        var key = rotation.rotate(heads(projected.get(1), config.keyValueHeads(), keyNorm));
        var value = heads(projected.get(2), config.keyValueHeads(), Norm.NONE);
        return output.apply(attention.attend(layer, rule, query, key, value), adapter);
    }

    private Tensor heads(Tensor x, int heads, Norm norm) {
        return config.queryKeyNorm() == QueryKeyNorm.WHOLE
                ? norm.apply(x).reshape(-1, heads, config.headDim())
                : norm.apply(x.reshape(-1, heads, config.headDim()));
    }
}

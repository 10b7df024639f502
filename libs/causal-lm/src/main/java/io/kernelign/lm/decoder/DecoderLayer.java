package io.kernelign.lm.decoder;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.ModelTensors;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Optional;

/** One layer: attention and gated MLP, each between its norms and added to the residual stream. */
final class DecoderLayer {

    private final SelfAttention attention;
    private final GatedMlp mlp;
    private final Norm beforeAttention;
    private final Norm afterAttention;
    private final Norm beforeMlp;
    private final Norm afterMlp;
    private final Weights weights;
    private final List<String> projections;

    DecoderLayer(int index, ModelConfig config, Weights weights) {
        attention = new SelfAttention(index, config, weights);
        mlp = new GatedMlp(index, config, weights);
        var places = config.norms().places();
        beforeAttention = norm(places.beforeAttention(), index, config, weights);
        afterAttention = norm(places.afterAttention(), index, config, weights);
        beforeMlp = norm(places.beforeMlp(), index, config, weights);
        afterMlp = norm(places.afterMlp(), index, config, weights);
        this.weights = weights;
        projections = config.projections().all().stream()
                .map(projection -> ModelTensors.projection(index, projection))
                .toList();
    }

    /** Makes its products read its own weights, where layers share what these are widened to. */
    void ready() {
        projections.forEach(weights::fill);
    }

    private static Norm norm(Optional<String> place, int layer, ModelConfig config, Weights weights) {
        return place.map(name -> Norm.of(config.norms(), weights.get(ModelTensors.norm(layer, name))))
                .orElse(Norm.NONE);
    }

    /** The residual stream [n, d] after this layer. */
    Tensor forward(Tensor x, Rotation rotation, Attention sight, Adapter adapter) {
        try (var scope = Scope.nested()) {
            ready();
            var attended = attention.forward(beforeAttention.apply(x), rotation, sight, adapter);
            var between = x.plus(afterAttention.apply(attended));
            return scope.keep(between.plus(afterMlp.apply(mlp.forward(beforeMlp.apply(between), adapter))));
        }
    }
}

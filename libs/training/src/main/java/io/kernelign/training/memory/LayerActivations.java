package io.kernelign.training.memory;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.Projection;
import io.kernelign.lm.config.QueryKeyNorm;
import io.kernelign.lm.decoder.Precision;
import io.kernelign.training.Method;
import java.util.List;

/**
 * What one layer of a decoder takes of a batch, in bytes. It follows {@code DecoderLayer}: each line is a tensor that
 * autograd holds until backward, or one that is alive while the layer is computed.
 */
final class LayerActivations {

    private final ModelConfig model;
    private final LinearMaps maps;

    LayerActivations(ModelConfig model, Method trained, Precision precision) {
        this.model = model;
        maps = new LinearMaps(model, trained, precision);
    }

    /** Layers of the same kind take the same. */
    Object kind(int layer) {
        return List.of(
                model.layers().get(layer).window(),
                model.projections().all().stream()
                        .map(map -> maps.learns(layer, map))
                        .toList());
    }

    /** What backward needs of the layer, with what enters it. */
    long kept(BatchShape batch, int layer) {
        long n = batch.tokens();
        return stream(n) + attention(batch, layer) + stream(n) * normedInBetween() + mlp(n, layer) + normsThatLearn(n);
    }

    /** The residual stream, [n, d] in float32. */
    long stream(long tokens) {
        return tokens * model.hiddenSize() * Float.BYTES;
    }

    private long attention(BatchShape batch, int layer) {
        long n = batch.tokens();
        var config = model.attention();
        boolean normedBefore = model.norms().places().beforeAttention().isPresent();
        long read = maps.kept(layer, maps.fan(Projection.QUERY_KEY_VALUE), n, Float.BYTES, !normedBefore);
        long normed = config.queryKeyNorm() == QueryKeyNorm.NONE
                ? 0
                : n * (config.queryWidth() + config.keyValueWidth()) * Float.BYTES;
        int type = attentionType(layer);
        var attended =
                new AttentionActivations(config, model.layers().get(layer).window(), type);
        return read + normed + attended.kept(batch) + maps.kept(layer, List.of(Projection.OUTPUT), n, type, false);
    }

    /** Attention is computed in the type of its values. */
    private int attentionType(int layer) {
        return maps.answerOfPart(layer, Projection.QUERY_KEY_VALUE, Projection.VALUE);
    }

    /** Norms keep what they read: the stream between attention and MLP, and what each adds to it. */
    private int normedInBetween() {
        var places = model.norms().places();
        return (places.beforeMlp().isPresent() ? 1 : 0)
                + (places.afterAttention().isPresent() ? 1 : 0)
                + (places.afterMlp().isPresent() ? 1 : 0);
    }

    private long mlp(long n, int layer) {
        long width = model.mlp().width();
        int gate = gateType(layer);
        int up = upType(layer);
        return maps.kept(layer, maps.fan(Projection.GATE_UP), n, Float.BYTES, false)
                + n * width * (gate + up) // as projected
                + n * width * gate // activated
                + maps.kept(layer, List.of(Projection.DOWN), n, Math.max(gate, up), false);
    }

    private int gateType(int layer) {
        return maps.answerOfPart(layer, Projection.GATE_UP, Projection.GATE);
    }

    private int upType(int layer) {
        return maps.answerOfPart(layer, Projection.GATE_UP, Projection.UP);
    }

    /** A weight of a norm that learns needs what it is multiplied with. */
    private long normsThatLearn(long n) {
        if (!maps.full()) {
            return 0;
        }
        var places = model.norms().places();
        long norms =
                List.of(places.beforeAttention(), places.afterAttention(), places.beforeMlp(), places.afterMlp())
                        .stream()
                        .filter(place -> place.isPresent())
                        .count();
        long queryKey = model.attention().queryKeyNorm() == QueryKeyNorm.NONE
                ? 0
                : n * (model.attention().queryWidth() + model.attention().keyValueWidth()) * Float.BYTES;
        return norms * stream(n) + queryKey;
    }

    /** What is alive at once in the last third of a layer that is computed and not recorded. */
    long computing(BatchShape batch, int layer) {
        long n = batch.tokens();
        var config = model.attention();
        int type = attentionType(layer);
        int product = maps.product();
        int cast = product == Float.BYTES ? 0 : product;
        int gate = gateType(layer);
        int up = upType(layer);
        long streams = 4L * stream(n) + n * model.hiddenSize() * (2L * cast + 2L * product);
        long heads = n * config.queryWidth() * (product + Float.BYTES + type)
                + n * config.keyValueWidth() * (product + Float.BYTES + type);
        long inner = n * model.mlp().width() * (2L * gate + up + Math.max(gate, up));
        long attending = n * config.queryWidth() * (Float.BYTES + 3L * type)
                + new AttentionActivations(config, model.layers().get(layer).window(), type).inUse(batch);
        return streams + heads + Math.max(inner, attending);
    }

    /** What backward makes at once on its way through the layer, beyond what it frees. */
    long differentiating(BatchShape batch, int layer) {
        long n = batch.tokens();
        long inner = 2 * n * model.mlp().width() * Math.max(gateType(layer), upType(layer));
        var attended = new AttentionActivations(
                model.attention(), model.layers().get(layer).window(), attentionType(layer));
        return 2 * stream(n) + Math.max(inner, attended.inUse(batch));
    }
}

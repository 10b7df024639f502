package io.kernelign.lm.family;

import io.kernelign.input.Values;
import io.kernelign.lm.config.Activation;
import io.kernelign.lm.config.AttentionConfig;
import io.kernelign.lm.config.HeadConfig;
import io.kernelign.lm.config.LayerConfig;
import io.kernelign.lm.config.MlpConfig;
import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.NormConfig;
import io.kernelign.lm.config.NormPlaces;
import io.kernelign.lm.config.Projection;
import io.kernelign.lm.config.ProjectionConfig;
import io.kernelign.lm.config.QueryKeyNorm;
import io.kernelign.lm.config.RopeConfig;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** A decoder in the making: Llama's parts by the common fields, of which a family exchanges those in which it differs. */
final class Draft {

    private final String architecture;
    private final Values values;
    private final Set<Projection> biased = EnumSet.noneOf(Projection.class);
    private final int headDim;
    private final int keyValueHeads;

    private NormPlaces places = NormPlaces.BEFORE;
    private boolean offsetNorms;
    private QueryKeyNorm queryKeyNorm = QueryKeyNorm.NONE;
    private boolean fused;
    private Activation activation;
    private double embeddingScale = 1;
    private double attentionScale;
    private double attentionSoftCap;
    private double logitSoftCap;
    private RopeConfig rope;
    private IntUnaryOperator windows = layer -> 0;
    private IntFunction<Optional<RopeConfig>> ropes;

    Draft(String architecture, Values values) {
        this.architecture = architecture;
        this.values = values;
        int heads = values.get(CommonFields.HEADS);
        keyValueHeads = values.find(CommonFields.KEY_VALUE_HEADS).orElse(heads);
        if (heads % keyValueHeads != 0) {
            values.reject(CommonFields.KEY_VALUE_HEADS, "a divisor of num_attention_heads, " + heads);
        }
        headDim = headDim(heads);
        rope(RopeFields.given(RopeFields.PARAMETERS, RopeFields.SCALING, values));
        ropes = layer -> Optional.of(rope);
        activation = Activation.named(values.get(CommonFields.ACTIVATION));
        attentionScale = 1 / Math.sqrt(headDim);
        if (values.get(CommonFields.ATTENTION_BIAS)) {
            biased(Projection.QUERY, Projection.KEY, Projection.VALUE, Projection.OUTPUT);
        }
        if (values.get(CommonFields.MLP_BIAS)) {
            biased(Projection.GATE, Projection.UP, Projection.DOWN);
        }
    }

    private int headDim(int heads) {
        int hidden = values.get(CommonFields.HIDDEN);
        var given = values.find(CommonFields.HEAD_DIM);
        if (given.isEmpty() && (hidden % heads != 0 || hidden / heads % 2 != 0)) {
            values.reject(
                    CommonFields.HIDDEN,
                    "an even multiple of num_attention_heads, " + heads + ", where head_dim is not given");
        }
        if (given.isPresent() && given.get() % 2 != 0) {
            values.reject(CommonFields.HEAD_DIM, "an even number");
        }
        return given.orElse(hidden / heads);
    }

    int layers() {
        return values.get(CommonFields.LAYERS);
    }

    /** The rotation that is described so far. */
    RopeConfig rope() {
        return rope;
    }

    /** The rotation of all layers for which {@link #ropes} says nothing else. */
    Draft rope(RopeParameters given) {
        rope = ropeOf(given, values.get(RopeFields.THETA));
        return this;
    }

    RopeConfig ropeOf(RopeParameters given, double theta) {
        return RopeFields.of(given, theta, values, headDim);
    }

    Draft biased(Projection... projections) {
        biased.addAll(List.of(projections));
        return this;
    }

    Draft norms(NormPlaces where) {
        places = where;
        return this;
    }

    Draft offsetNorms() {
        offsetNorms = true;
        return this;
    }

    Draft queryKeyNorm(QueryKeyNorm kind) {
        queryKeyNorm = kind;
        return this;
    }

    Draft fused() {
        fused = true;
        return this;
    }

    Draft activation(Activation kind) {
        activation = kind;
        return this;
    }

    /** Multiplies embeddings by the root of the hidden size. */
    Draft scaledEmbedding() {
        embeddingScale = Math.sqrt(values.get(CommonFields.HIDDEN));
        return this;
    }

    Draft attentionScale(double scale) {
        attentionScale = scale;
        return this;
    }

    Draft softCaps(double ofScores, double ofLogits) {
        attentionSoftCap = ofScores;
        logitSoftCap = ofLogits;
        return this;
    }

    /** The window of each layer; 0 for the whole past. */
    Draft windows(IntUnaryOperator ofLayer) {
        windows = ofLayer;
        return this;
    }

    Draft ropes(IntFunction<Optional<RopeConfig>> ofLayer) {
        ropes = ofLayer;
        return this;
    }

    ModelConfig build() {
        return new ModelConfig(
                architecture,
                values.get(CommonFields.VOCABULARY),
                values.get(CommonFields.HIDDEN),
                rope.scaling().reach(values.get(CommonFields.POSITIONS)),
                embeddingScale,
                new NormConfig(values.get(CommonFields.NORM_EPS), offsetNorms, places),
                new AttentionConfig(
                        values.get(CommonFields.HEADS),
                        keyValueHeads,
                        headDim,
                        attentionScale,
                        attentionSoftCap,
                        queryKeyNorm),
                new MlpConfig(values.get(CommonFields.INTERMEDIATE), activation),
                new ProjectionConfig(fused, biased),
                IntStream.range(0, layers())
                        .mapToObj(layer -> new LayerConfig(windows.applyAsInt(layer), ropes.apply(layer)))
                        .toList(),
                new HeadConfig(values.get(CommonFields.TIED), logitSoftCap));
    }
}

package io.kernelign.lm.config;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of {@code config.json} that shape the decoder: names, ranges and how they combine. */
final class ConfigFields {

    private static final int LARGEST = 1 << 20;
    private static final String MODEL_TYPE = "llama";

    private static final Field<Integer> VOCABULARY = size("vocab_size", 1 << 24);
    private static final Field<Integer> HIDDEN = size("hidden_size", LARGEST);
    private static final Field<Integer> INTERMEDIATE = size("intermediate_size", LARGEST);
    private static final Field<Integer> LAYERS = size("num_hidden_layers", 1024);
    private static final Field<Integer> HEADS = size("num_attention_heads", 1024);
    private static final Field<Integer> KEY_VALUE_HEADS = Field.optional(
            "num_key_value_heads", Types.integer(1, 1024), "key and value heads; as many as query heads");
    private static final Field<Integer> HEAD_DIM =
            Field.optional("head_dim", Types.integer(2, 4096), "width of a head; hidden_size / num_attention_heads");
    private static final Field<Integer> POSITIONS =
            Field.defaulted("max_position_embeddings", Types.integer(1, 1 << 26), 2048, "longest sequence, tokens");
    private static final Field<Double> NORM_EPS =
            Field.defaulted("rms_norm_eps", Types.numberAbove(0, 1), 1e-6, "added to the mean square in RMS norm");
    private static final Field<Boolean> TIED =
            Field.defaulted("tie_word_embeddings", Types.flag(), false, "whether the head is the embedding");
    private static final Field<Double> PARAMETERS_THETA =
            Field.optional("rope_parameters", Rope.PARAMETERS, "rotary frequencies, in place of rope_theta");

    /** Variants of the architecture that this decoder lacks: each must be absent or say that it is off. */
    private static final List<Field<?>> FIXED = List.of(
            Field.required("model_type", Types.choice(List.of(MODEL_TYPE)), "family"),
            Field.defaulted("hidden_act", Types.choice(List.of("silu")), "silu", "activation of the MLP's gate"),
            Field.defaulted("attention_bias", Exactly.off(), false, "bias of the attention projections"),
            Field.defaulted("mlp_bias", Exactly.off(), false, "bias of the MLP projections"),
            Field.defaulted("rope_interleaved", Exactly.off(), false, "rotary pairs of neighbours"),
            Field.optional("rope_scaling", Rope.PARAMETERS, "older name of rope_parameters, without theta"),
            Field.optional("quantization_config", new Exactly(null, "no quantization_config"), "quantised weights"));

    private static final ObjectType<LlamaConfig> TYPE =
            ObjectType.of(declared(), ConfigFields::build, ConfigFields::write);

    private ConfigFields() {}

    static LlamaConfig read(Map<String, Object> json) {
        var names = TYPE.fields().stream().map(Field::name).collect(Collectors.toSet());
        var known = new LinkedHashMap<>(json);
        known.keySet().retainAll(names);
        return TYPE.read(known);
    }

    static Map<String, Object> write(LlamaConfig config) {
        var json = new LinkedHashMap<String, Object>();
        json.put("architectures", List.of(LlamaConfig.ARCHITECTURE));
        json.put("model_type", MODEL_TYPE);
        json.put("hidden_act", "silu");
        json.put(VOCABULARY.name(), config.vocabularySize());
        json.put(HIDDEN.name(), config.hiddenSize());
        json.put(INTERMEDIATE.name(), config.intermediateSize());
        json.put(LAYERS.name(), config.layers());
        json.put(HEADS.name(), config.heads());
        json.put(KEY_VALUE_HEADS.name(), config.keyValueHeads());
        json.put(HEAD_DIM.name(), config.headDim());
        json.put(POSITIONS.name(), config.maxPositions());
        json.put(NORM_EPS.name(), config.normEps());
        json.put(Rope.THETA.name(), config.ropeTheta());
        json.put(TIED.name(), config.tiedEmbeddings());
        return json;
    }

    private static LlamaConfig build(Values values) {
        int hidden = values.get(HIDDEN);
        int heads = values.get(HEADS);
        int keyValueHeads = values.find(KEY_VALUE_HEADS).orElse(heads);
        if (heads % keyValueHeads != 0) {
            values.reject(KEY_VALUE_HEADS, "a divisor of num_attention_heads, " + heads);
        }
        if (!values.given(HEAD_DIM) && (hidden % heads != 0 || hidden / heads % 2 != 0)) {
            values.reject(
                    HIDDEN, "an even multiple of num_attention_heads, " + heads + ", where head_dim is not given");
        }
        int headDim = values.find(HEAD_DIM).orElse(hidden / heads);
        if (values.given(HEAD_DIM) && headDim % 2 != 0) {
            values.reject(HEAD_DIM, "an even number");
        }
        double theta = values.find(PARAMETERS_THETA).orElseGet(() -> values.get(Rope.THETA));
        return new LlamaConfig(
                values.get(VOCABULARY),
                hidden,
                values.get(INTERMEDIATE),
                values.get(LAYERS),
                heads,
                keyValueHeads,
                headDim,
                values.get(POSITIONS),
                values.get(NORM_EPS),
                theta,
                values.get(TIED));
    }

    private static List<Field<?>> declared() {
        var shape = List.<Field<?>>of(
                VOCABULARY,
                HIDDEN,
                INTERMEDIATE,
                LAYERS,
                HEADS,
                KEY_VALUE_HEADS,
                HEAD_DIM,
                POSITIONS,
                NORM_EPS,
                TIED,
                Rope.THETA,
                PARAMETERS_THETA);
        return Stream.concat(shape.stream(), FIXED.stream()).toList();
    }

    private static Field<Integer> size(String name, int most) {
        return Field.required(name, Types.integer(1, most), name.replace('_', ' '));
    }
}

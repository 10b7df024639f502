package io.kernelign.lm.family;

import io.kernelign.input.Field;
import io.kernelign.input.Types;
import io.kernelign.lm.config.Activation;
import java.util.List;
import java.util.stream.Stream;

/** The fields of {@code config.json} that most families share: names and ranges. */
final class CommonFields {

    private static final int LARGEST = 1 << 20;

    static final Field<Integer> VOCABULARY = size("vocab_size", 1 << 24);
    static final Field<Integer> HIDDEN = size("hidden_size", LARGEST);
    static final Field<Integer> INTERMEDIATE = size("intermediate_size", LARGEST);
    static final Field<Integer> LAYERS = size("num_hidden_layers", 1024);
    static final Field<Integer> HEADS = size("num_attention_heads", 1024);
    static final Field<Integer> KEY_VALUE_HEADS = Field.optional(
            "num_key_value_heads", Types.integer(1, 1024), "key and value heads; as many as query heads");
    static final Field<Integer> HEAD_DIM =
            Field.optional("head_dim", Types.integer(2, 4096), "width of a head; hidden_size / num_attention_heads");
    static final Field<Integer> POSITIONS =
            Field.defaulted("max_position_embeddings", Types.integer(1, 1 << 26), 2048, "longest sequence, tokens");
    static final Field<Double> NORM_EPS =
            Field.defaulted("rms_norm_eps", Types.numberAbove(0, 1), 1e-6, "added to the mean square in RMS norm");
    static final Field<Boolean> TIED =
            Field.defaulted("tie_word_embeddings", Types.flag(), false, "whether the head is the embedding");
    static final Field<Boolean> ATTENTION_BIAS =
            Field.defaulted("attention_bias", Types.flag(), false, "biases of the attention projections");
    static final Field<Boolean> MLP_BIAS =
            Field.defaulted("mlp_bias", Types.flag(), false, "biases of the MLP projections");
    static final Field<String> ACTIVATION =
            Field.defaulted("hidden_act", Types.choice(Activation.names()), "silu", "activation of the MLP's gate");

    /** Options that no part can express: each must be absent or say that it is off. */
    private static final List<Field<?>> REFUSED = List.of(
            off("rope_interleaved", "rotary pairs of neighbours"),
            off("use_bidirectional_attention", "attention to what follows"),
            off("lm_head_bias", "bias of the head"),
            absent("num_experts", "mixture of experts"),
            absent("num_local_experts", "mixture of experts"),
            absent("n_routed_experts", "mixture of experts"),
            absent("quantization_config", "quantised weights"));

    private CommonFields() {}

    static List<Field<?>> of(String modelType) {
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
                ATTENTION_BIAS,
                MLP_BIAS,
                ACTIVATION,
                Field.required("model_type", Types.choice(List.of(modelType)), "family"));
        return Stream.of(shape, RopeFields.ALL, REFUSED).flatMap(List::stream).toList();
    }

    private static Field<Integer> size(String name, int most) {
        return Field.required(name, Types.integer(1, most), name.replace('_', ' '));
    }

    static Field<Object> off(String name, String sentence) {
        return Field.optional(name, new Exactly(false, "false"), sentence);
    }

    static Field<Object> absent(String name, String sentence) {
        return Field.optional(name, new Exactly(null, "no " + name), sentence);
    }
}

package io.kernelign.lm.family;

import io.kernelign.input.Field;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import io.kernelign.lm.config.Activation;
import io.kernelign.lm.config.NormPlaces;
import java.util.List;
import java.util.stream.Stream;

/** What the generations of Gemma share: scaled embeddings, norms around each part kept less one, soft caps. */
final class Gemma {

    private static final Field<String> ACTIVATION = Field.defaulted(
            "hidden_activation", Types.choice(Activation.names()), "gelu_pytorch_tanh", "activation of the MLP's gate");
    private static final Field<Double> ATTENTION_SCALAR = Field.defaulted(
            "query_pre_attn_scalar", Types.numberAbove(0, 1e6), 256.0, "scores are divided by its root");
    private static final Field<Double> SCORE_CAP =
            Field.optional("attn_logit_softcapping", Types.numberAbove(0, 1e6), "soft cap of attention scores");
    private static final Field<Double> LOGIT_CAP =
            Field.optional("final_logit_softcapping", Types.numberAbove(0, 1e6), "soft cap of logits");

    static final List<Field<?>> FIELDS = Stream.concat(
                    Windows.FIELDS.stream(), Stream.of(ACTIVATION, ATTENTION_SCALAR, SCORE_CAP, LOGIT_CAP))
            .toList();

    private Gemma() {}

    static void parts(Values values, Draft draft) {
        draft.norms(NormPlaces.AROUND)
                .offsetNorms()
                .scaledEmbedding()
                .activation(Activation.named(values.get(ACTIVATION)))
                .attentionScale(1 / Math.sqrt(values.get(ATTENTION_SCALAR)))
                .softCaps(
                        values.find(SCORE_CAP).orElse(0.0),
                        values.find(LOGIT_CAP).orElse(0.0));
    }
}

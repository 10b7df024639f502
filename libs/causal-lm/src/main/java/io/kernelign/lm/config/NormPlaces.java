package io.kernelign.lm.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a layer has norms: on what attention and MLP read, and on what they add to the residual stream; by their names. */
public record NormPlaces(
        Optional<String> beforeAttention,
        Optional<String> afterAttention,
        Optional<String> beforeMlp,
        Optional<String> afterMlp) {

    private static final Optional<String> INPUT = Optional.of("input_layernorm");
    private static final Optional<String> POST_ATTENTION = Optional.of("post_attention_layernorm");
    private static final Optional<String> PRE_MLP = Optional.of("pre_feedforward_layernorm");
    private static final Optional<String> POST_MLP = Optional.of("post_feedforward_layernorm");

    /** Llama and most others; what it calls post-attention is what the MLP reads. */
    public static final NormPlaces BEFORE = new NormPlaces(INPUT, Optional.empty(), POST_ATTENTION, Optional.empty());

    /** OLMo 2. */
    public static final NormPlaces AFTER = new NormPlaces(Optional.empty(), POST_ATTENTION, Optional.empty(), POST_MLP);

    /** Gemma from 2 on. */
    public static final NormPlaces AROUND = new NormPlaces(INPUT, POST_ATTENTION, PRE_MLP, POST_MLP);

    /** The names of those that there are. */
    List<String> names() {
        return Stream.of(beforeAttention, afterAttention, beforeMlp, afterMlp)
                .flatMap(Optional::stream)
                .toList();
    }
}

package io.kernelign.lm.decoder;

import io.kernelign.lm.generation.Continuation;
import io.kernelign.lm.generation.Ending;
import io.kernelign.lm.generation.Generator;
import io.kernelign.lm.generation.Sampling;
import java.util.List;
import java.util.Set;

/** The most probable continuations, whatever token they hold. */
final class Greedy {

    private Greedy() {}

    static List<long[]> together(Decoder decoder, int tokens, long[]... prompts) {
        return new Generator(decoder)
                .generate(List.of(prompts), Adapter.NONE, Sampling.GREEDY, Ending.at(Set.of(), tokens)).stream()
                        .map(Continuation::tokens)
                        .toList();
    }
}

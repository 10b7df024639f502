package io.kernelign.training;

import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.objective.divergence.Divergence;
import io.kernelign.objective.divergence.Sloped;
import io.kernelign.objective.divergence.Vocabulary;
import io.kernelign.torch.Primitives;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One pass over the vocabulary for all that a step needs of it: each chunk's logits are made once, and value and slope of
 * everything are taken while they are at hand. What remains is one vector per token and term.
 *
 * @param model its head is taken as frozen
 * @param policy hidden states that predict the response tokens, [n, d]
 * @param reference the reference's, [n, d]
 */
record HeadPass(Decoder model, Tensor policy, Tensor reference) {

    /**
     * Log-probabilities of the response tokens and a divergence, both differentiable.
     *
     * @param targets the response tokens, INT64 [n]
     */
    ResponseTerms differentiable(Tensor targets, Divergence divergence) {
        try (var scope = Scope.nested()) {
            List<HeadChunk.Slopes> chunks = new ArrayList<>();
            try (var unrecorded = Scope.plain()) {
                for (var rows : chunks()) {
                    try (var inChunk = Scope.plain()) {
                        var slopes = chunk(rows).slopes(targets.slice(0, rows.from(), rows.to()), divergence);
                        chunks.add(kept(unrecorded, kept(inChunk, slopes)));
                    }
                }
            }
            var logProbs = scope.keep(joined(chunks, HeadChunk.Slopes::logProbs));
            return new ResponseTerms(logProbs, Optional.of(scope.keep(joined(chunks, HeadChunk.Slopes::divergence))));
        }
    }

    private static HeadChunk.Slopes kept(Scope scope, HeadChunk.Slopes slopes) {
        return new HeadChunk.Slopes(kept(scope, slopes.logProbs()), kept(scope, slopes.divergence()));
    }

    private static Sloped kept(Scope scope, Sloped sloped) {
        return new Sloped(scope.keep(sloped.value()), scope.keep(sloped.slope()));
    }

    private Tensor joined(List<HeadChunk.Slopes> chunks, Function<HeadChunk.Slopes, Sloped> term) {
        var values = chunks.stream().map(term).map(Sloped::value).toList();
        var slopes = chunks.stream().map(term).map(Sloped::slope).toList();
        return Primitives.withSlopes(Tensors.concat(values, 0), Tensors.concat(slopes, 0), policy);
    }

    /** The exact values [n] of several divergences, without gradient. */
    List<Tensor> exact(List<Divergence> divergences) {
        try (var scope = Scope.plain()) {
            var values =
                    divergences.stream().map(each -> new ArrayList<Tensor>()).toList();
            for (var rows : chunks()) {
                try (var inChunk = Scope.plain()) {
                    var chunk = chunk(rows);
                    for (int i = 0; i < divergences.size(); i++) {
                        values.get(i).add(inChunk.keep(chunk.exact(divergences.get(i))));
                    }
                }
            }
            return values.stream()
                    .map(chunks -> scope.keep(Tensors.concat(chunks, 0)))
                    .toList();
        }
    }

    private List<HeadRows.Range> chunks() {
        return HeadRows.chunks(policy.size(0), model.head().weight().size(0));
    }

    private HeadChunk chunk(HeadRows.Range rows) {
        return new HeadChunk(
                model.head(),
                new Vocabulary(model.weights().get(ModelTensors.EMBEDDING)),
                policy.slice(0, rows.from(), rows.to()).detached(),
                reference.slice(0, rows.from(), rows.to()));
    }
}

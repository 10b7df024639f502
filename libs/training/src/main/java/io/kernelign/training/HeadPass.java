package io.kernelign.training;

import io.kernelign.objective.divergence.Divergence;
import io.kernelign.objective.divergence.Sloped;
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
 * @param policy hidden states that predict the response tokens, [n, d]
 * @param reference the reference's, [n, d]
 */
record HeadPass(Heads heads, Tensor policy, Tensor reference) {

    /**
     * Log-probabilities of the response tokens and a divergence, both differentiable by the policy's hidden states.
     *
     * @param targets the response tokens, INT64 [n]
     */
    ResponseTerms differentiable(Tensor targets, Divergence divergence) {
        try (var scope = Scope.nested()) {
            List<LogitSlopes.ByHidden> chunks = new ArrayList<>();
            try (var unrecorded = Scope.plain()) {
                for (var rows : chunks()) {
                    try (var inChunk = Scope.plain()) {
                        var slopes = slopes(rows, targets, divergence)
                                .byHidden(heads.policy().weight());
                        chunks.add(kept(unrecorded, kept(inChunk, slopes)));
                    }
                }
            }
            var logProbs = scope.keep(joined(chunks, LogitSlopes.ByHidden::logProbs));
            var diverged =
                    scope.keep(joined(chunks, slopes -> slopes.divergence().orElseThrow()));
            return new ResponseTerms(logProbs, Optional.of(diverged), Optional.empty());
        }
    }

    /** The terms of a chunk and their derivatives by its logits. */
    LogitSlopes slopes(HeadRows.Range rows, Tensor targets, Divergence divergence) {
        return chunk(rows).slopes(rows.of(targets), divergence);
    }

    private static LogitSlopes.ByHidden kept(Scope scope, LogitSlopes.ByHidden slopes) {
        return new LogitSlopes.ByHidden(
                kept(scope, slopes.logProbs()), slopes.divergence().map(sloped -> kept(scope, sloped)));
    }

    private static Sloped kept(Scope scope, Sloped sloped) {
        return new Sloped(scope.keep(sloped.value()), scope.keep(sloped.slope()));
    }

    private Tensor joined(List<LogitSlopes.ByHidden> chunks, Function<LogitSlopes.ByHidden, Sloped> term) {
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
        return HeadRows.chunks(policy.size(0), heads.policy());
    }

    private HeadChunk chunk(HeadRows.Range rows) {
        return new HeadChunk(heads, rows.of(policy).detached(), rows.of(reference));
    }
}

package io.kernelign.training;

import io.kernelign.lm.decoder.Head;
import io.kernelign.objective.divergence.Divergence;
import io.kernelign.objective.divergence.Odds;
import io.kernelign.objective.divergence.OnTokens;
import io.kernelign.objective.divergence.Sloped;
import io.kernelign.objective.divergence.TransportDivergence;
import io.kernelign.objective.divergence.Vocabulary;
import io.kernelign.objective.divergence.VocabularyDivergence;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The logits of a chunk of response tokens, policy's and reference's, [n, vocabulary]; nothing is recorded. */
final class HeadChunk {

    private final Head head;
    private final Vocabulary vocabulary;
    private final Tensor policy;
    private final Tensor reference;

    HeadChunk(Heads heads, Tensor policyHidden, Tensor referenceHidden) {
        head = heads.policy();
        vocabulary = heads.vocabulary();
        policy = head.logits(policyHidden);
        reference = heads.reference().logits(referenceHidden);
    }

    /** The divergence itself at each token, [n]. */
    Tensor exact(Divergence divergence) {
        return divergence.parts().stream()
                .map(part -> exact(part).times(part.weight()))
                .reduce(Tensor::plus)
                .orElseThrow();
    }

    private Tensor exact(Divergence.Part part) {
        if (part.divergence() instanceof TransportDivergence transport) {
            return transport.exact(transport.at(policy, reference, vocabulary).value());
        }
        var divergence = (VocabularyDivergence) part.divergence();
        var values = new ArrayList<Tensor>();
        for (var block : HeadRows.blocks(policy.size(0), policy.size(1))) {
            try (var scope = Scope.plain()) {
                values.add(
                        scope.keep(divergence.exact(divergence.at(odds(block)).value())));
            }
        }
        return Tensors.concat(values, 0);
    }

    private Odds odds(HeadRows.Range rows) {
        return Odds.full(logProbs(policy, rows), logProbs(reference, rows));
    }

    private static Tensor logProbs(Tensor logits, HeadRows.Range rows) {
        return rows.of(logits).logSoftmax(-1);
    }

    /** Values and their derivatives by the policy's logits; it uses the logits up. */
    LogitSlopes slopes(Tensor targets, Divergence divergence) {
        var onTokens = new ArrayList<OnTokens>();
        var overVocabulary = new ArrayList<Divergence.Part>();
        for (var part : divergence.parts()) {
            if (part.divergence() instanceof TransportDivergence transport) {
                onTokens.add(weighted(part.weight(), transport.at(policy, reference, vocabulary)));
            } else {
                overVocabulary.add(part);
            }
        }
        var taken = new ArrayList<Tensor>();
        var rises = new ArrayList<Tensor>();
        var values = new ArrayList<Tensor>();
        for (var block : HeadRows.blocks(policy.size(0), policy.size(1))) {
            try (var scope = Scope.plain()) {
                var odds = odds(block);
                var own = block.of(targets);
                taken.add(scope.keep(odds.logP().pick(own)));
                var one = Tensors.full(1, policy.dtype(), own.size(0));
                rises.add(scope.keep(head.beforeCap(one, block.of(policy).pick(own))));
                if (!overVocabulary.isEmpty()) {
                    var sum = sum(overVocabulary, odds);
                    values.add(scope.keep(sum.value()));
                    block.of(reference).assign(beforeCap(byLogits(sum.slope(), odds.p()), block));
                }
                block.of(policy).assign(beforeCap(odds.p(), block));
            }
        }
        var divergences = onTokens.stream().map(OnTokens::value).collect(Collectors.toCollection(ArrayList::new));
        if (!overVocabulary.isEmpty()) {
            divergences.add(Tensors.concat(values, 0));
        }
        return new LogitSlopes(
                targets,
                Tensors.concat(taken, 0),
                Tensors.concat(rises, 0),
                policy,
                divergences.stream().reduce(Tensor::plus),
                overVocabulary.isEmpty() ? Optional.empty() : Optional.of(reference),
                onTokens);
    }

    private OnTokens weighted(double weight, OnTokens at) {
        var slope = head.beforeCap(at.slope(), policy.gather(1, at.tokens()));
        return new OnTokens(at.value().times(weight), at.tokens(), slope.times(weight));
    }

    private Tensor beforeCap(Tensor slopes, HeadRows.Range block) {
        return head.beforeCap(slopes, block.of(policy));
    }

    private static Sloped sum(List<Divergence.Part> parts, Odds odds) {
        return parts.stream()
                .map(part -> weighted(part, odds))
                .reduce(HeadChunk::plus)
                .orElseThrow();
    }

    private static Sloped weighted(Divergence.Part part, Odds odds) {
        var at = ((VocabularyDivergence) part.divergence()).at(odds);
        return part.weight() == 1
                ? at
                : new Sloped(at.value().times(part.weight()), at.slope().times(part.weight()));
    }

    private static Sloped plus(Sloped one, Sloped other) {
        return new Sloped(one.value().plus(other.value()), one.slope().plus(other.slope()));
    }

    /** The derivative by the logits, G - p sum(G), from that by log p. */
    private static Tensor byLogits(Tensor slope, Tensor p) {
        return slope.minus(p.times(slope.sum(-1).unsqueeze(-1)));
    }
}

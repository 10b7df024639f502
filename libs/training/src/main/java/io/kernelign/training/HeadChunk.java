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

/** The logits of a chunk of response tokens, policy's and reference's, [n, vocabulary]; nothing is recorded. */
final class HeadChunk {

    /**
     * What training reads of a chunk; slopes are derivatives by the policy's hidden states.
     *
     * @param logProbs [n], with their slopes [n, d]
     * @param divergence [n], with its slopes [n, d]
     */
    record Slopes(Sloped logProbs, Sloped divergence) {}

    private final Head head;
    private final Vocabulary vocabulary;
    private final Tensor policy;
    private final Tensor reference;

    HeadChunk(Head head, Vocabulary vocabulary, Tensor policyHidden, Tensor referenceHidden) {
        this.head = head;
        this.vocabulary = vocabulary;
        policy = head.logits(policyHidden);
        reference = head.logits(referenceHidden);
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
        return rows(logits, rows).logSoftmax(-1);
    }

    private static Tensor rows(Tensor matrix, HeadRows.Range rows) {
        return matrix.slice(0, rows.from(), rows.to());
    }

    /** Values and slopes; it uses the logits up. */
    Slopes slopes(Tensor targets, Divergence divergence) {
        var onTokens = new ArrayList<Sloped>();
        var overVocabulary = new ArrayList<Divergence.Part>();
        for (var part : divergence.parts()) {
            if (part.divergence() instanceof TransportDivergence transport) {
                var at = transport.at(policy, reference, vocabulary);
                onTokens.add(new Sloped(
                        at.value().times(part.weight()),
                        beforeCap(at).through(head.weight()).times(part.weight())));
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
                var own = targets.slice(0, block.from(), block.to());
                taken.add(scope.keep(odds.logP().pick(own)));
                var one = Tensors.full(1, policy.dtype(), own.size(0));
                rises.add(scope.keep(head.beforeCap(one, rows(policy, block).pick(own))));
                if (!overVocabulary.isEmpty()) {
                    var sum = sum(overVocabulary, odds);
                    values.add(scope.keep(sum.value()));
                    rows(reference, block).assign(beforeCap(byLogits(sum.slope(), odds.p()), block));
                }
                rows(policy, block).assign(beforeCap(odds.p(), block));
            }
        }
        if (!overVocabulary.isEmpty()) {
            onTokens.add(new Sloped(Tensors.concat(values, 0), reference.matmul(head.weight())));
        }
        var own =
                head.weight().select(0, targets).times(Tensors.concat(rises, 0).unsqueeze(-1));
        var logProbs = new Sloped(Tensors.concat(taken, 0), own.minus(policy.matmul(head.weight())));
        return new Slopes(logProbs, onTokens.stream().reduce(HeadChunk::plus).orElseThrow());
    }

    private OnTokens beforeCap(OnTokens at) {
        return new OnTokens(at.value(), at.tokens(), head.beforeCap(at.slope(), policy.gather(1, at.tokens())));
    }

    private Tensor beforeCap(Tensor slopes, HeadRows.Range block) {
        return head.beforeCap(slopes, rows(policy, block));
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

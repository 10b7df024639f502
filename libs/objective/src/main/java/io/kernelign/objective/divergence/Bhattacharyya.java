package io.kernelign.objective.divergence;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.divergence.generator.SquaredHellinger;
import java.util.List;
import java.util.Map;

/** Bhattacharyya distance, minus the log of the overlap of both distributions (Table 2, F.4). */
public record Bhattacharyya() implements VocabularyDivergence {

    static final Declaration<Bhattacharyya> DECLARATION = new Declaration<>(
            "bhattacharyya",
            "Minus the log of the overlap of the two distributions; symmetric.",
            "-\\log \\sum_v \\sqrt{p_v q_v}",
            "Table 2, F.4",
            Bhattacharyya.class,
            ObjectType.of(List.of(), values -> new Bhattacharyya(), bhattacharyya -> Map.of()));

    @Override
    public Sloped at(Odds odds) {
        var overlap = odds.logP().plus(odds.logQ()).times(0.5);
        var log = overlap.logSumExp(-1);
        return new Sloped(log.negated(), overlap.minus(log.unsqueeze(-1)).exp().times(-0.5));
    }

    /** To first order it is the squared Hellinger distance. */
    @Override
    public Sloped observed(Odds odds) {
        return new SquaredHellinger().observed(odds);
    }
}

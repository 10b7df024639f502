package io.kernelign.objective.divergence;

import io.kernelign.objective.declare.Alternatives;
import java.util.List;

/** Every divergence that can be named as a part of a mixture. */
final class SingleDivergences {

    static final Alternatives<SingleDivergence> ALL = new Alternatives<>(List.of(
            KullbackLeibler.DECLARATION,
            ForwardKl.DECLARATION,
            JensenShannon.DECLARATION,
            Hellinger.DECLARATION,
            Renyi.DECLARATION,
            Bhattacharyya.DECLARATION,
            Wasserstein.DECLARATION,
            FDivergence.DECLARATION));

    private SingleDivergences() {}
}

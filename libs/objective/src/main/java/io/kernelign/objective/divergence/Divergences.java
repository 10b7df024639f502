package io.kernelign.objective.divergence;

import io.kernelign.objective.declare.Alternatives;
import java.util.List;

/** Every divergence that can be named. */
public final class Divergences {

    public static final Alternatives<Divergence> ALL = new Alternatives<>(List.of(
            NoDivergence.DECLARATION,
            KullbackLeibler.DECLARATION,
            JensenShannon.DECLARATION,
            Hellinger.DECLARATION,
            Renyi.DECLARATION,
            Bhattacharyya.DECLARATION));

    private Divergences() {}
}

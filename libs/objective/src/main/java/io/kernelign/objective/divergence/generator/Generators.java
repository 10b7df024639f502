package io.kernelign.objective.divergence.generator;

import io.kernelign.objective.declare.Alternatives;
import java.util.List;

/** Every generator that can be named. */
public final class Generators {

    public static final Alternatives<Generator> ALL = new Alternatives<>(List.of(
            Kl.DECLARATION,
            ReverseKl.DECLARATION,
            JensenShannon.DECLARATION,
            TotalVariation.DECLARATION,
            ChiSquared.DECLARATION,
            SquaredHellinger.DECLARATION,
            Alpha.DECLARATION,
            Jeffreys.DECLARATION,
            LeCam.DECLARATION,
            SkewKl.DECLARATION));

    private Generators() {}
}

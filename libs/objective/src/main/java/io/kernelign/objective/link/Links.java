package io.kernelign.objective.link;

import io.kernelign.objective.declare.Alternatives;
import java.util.List;

/** Every link that can be named. */
public final class Links {

    public static final Alternatives<Link> ALL = new Alternatives<>(List.of(
            Sigmoid.DECLARATION,
            Hinge.DECLARATION,
            Ipo.DECLARATION,
            Robust.DECLARATION,
            ExoPair.DECLARATION,
            Discopop.DECLARATION,
            NcaPair.DECLARATION,
            BcoPair.DECLARATION,
            SppoHard.DECLARATION,
            ApoZero.DECLARATION,
            ApoDown.DECLARATION,
            Aot.DECLARATION,
            AotUnpaired.DECLARATION));

    private Links() {}
}

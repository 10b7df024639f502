package io.kernelign.objective.divergence;

import io.kernelign.objective.declare.Alternatives;
import io.kernelign.objective.declare.Declaration;
import java.util.ArrayList;
import java.util.List;

/** Every divergence that can be named. */
public final class Divergences {

    public static final Alternatives<Divergence> ALL = new Alternatives<>(all());

    private Divergences() {}

    private static List<Declaration<? extends Divergence>> all() {
        var all = new ArrayList<Declaration<? extends Divergence>>();
        all.add(NoDivergence.DECLARATION);
        all.addAll(SingleDivergences.ALL.declarations());
        all.add(DivergenceMixture.DECLARATION);
        return all;
    }
}

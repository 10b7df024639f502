package io.kernelign.objective.link;

import io.kernelign.objective.declare.Alternatives;
import java.util.List;

/** Every link that can be named. */
public final class Links {

    public static final Alternatives<Link> ALL = new Alternatives<>(List.of(Sigmoid.DECLARATION));

    private Links() {}
}

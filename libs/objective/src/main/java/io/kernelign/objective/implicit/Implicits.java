package io.kernelign.objective.implicit;

import io.kernelign.objective.declare.Alternatives;
import java.util.List;

/** Every implicit divergence that can be named. */
public final class Implicits {

    public static final Alternatives<Implicit> ALL = new Alternatives<>(
            List.of(ReverseKl.DECLARATION, ForwardKl.DECLARATION, JensenShannon.DECLARATION, Alpha.DECLARATION));

    private Implicits() {}
}

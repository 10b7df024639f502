package io.kernelign.objective.divergence;

import io.kernelign.torch.Tensor;
import java.util.List;

/** A divergence that is no mixture. */
public sealed interface SingleDivergence extends Divergence permits VocabularyDivergence, TransportDivergence {

    @Override
    default List<Part> parts() {
        return List.of(new Part(1, this));
    }

    /** The divergence itself, to be reported, from the value that is trained on [n]; never negative. */
    default Tensor exact(Tensor trained) {
        return trained.atLeast(0);
    }
}

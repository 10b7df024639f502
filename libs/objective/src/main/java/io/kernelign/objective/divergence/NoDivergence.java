package io.kernelign.objective.divergence;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import java.util.List;
import java.util.Map;

/** No regulariser beside the implicit KL that DPO's margin holds. */
public record NoDivergence() implements Divergence {

    static final Declaration<NoDivergence> DECLARATION = new Declaration<>(
            "none",
            "No regulariser beside the one that DPO's margin implies; costs nothing.",
            "0",
            "arXiv 2305.18290",
            NoDivergence.class,
            ObjectType.of(List.of(), values -> new NoDivergence(), none -> Map.of()));

    @Override
    public List<Part> parts() {
        return List.of();
    }
}

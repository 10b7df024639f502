package io.kernelign.lm.config;

import java.util.List;
import java.util.Set;

/**
 * Which linear maps a layer has.
 *
 * @param fused whether query, key and value are one matrix, and gate and up another
 * @param biased those that add a bias
 */
public record ProjectionConfig(boolean fused, Set<Projection> biased) {

    private static final List<Projection> APART = List.of(
            Projection.QUERY,
            Projection.KEY,
            Projection.VALUE,
            Projection.OUTPUT,
            Projection.GATE,
            Projection.UP,
            Projection.DOWN);
    private static final List<Projection> FUSED =
            List.of(Projection.QUERY_KEY_VALUE, Projection.OUTPUT, Projection.GATE_UP, Projection.DOWN);

    public ProjectionConfig {
        biased = Set.copyOf(biased);
    }

    /** All of a layer, in their order of use. */
    public List<Projection> all() {
        return fused ? FUSED : APART;
    }
}

package io.kernelign.training;

import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.lm.decoder.Pass;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The layers below the first one that an adapter changes. What leaves them is the same in every epoch, for policy and
 * reference: it is computed once for each batch and kept.
 */
final class Trunk implements AutoCloseable {

    private final Decoder model;
    private final int layers;
    private final Optional<HiddenStates> kept;

    /**
     * @param layers of the trunk, 0 to all
     * @param file where what leaves it is kept; empty computes it every time
     */
    Trunk(Decoder model, int layers, Optional<Path> file) {
        this.model = model;
        this.layers = layers;
        kept = file.filter(any -> layers > 0).map(HiddenStates::new);
    }

    /** A batch behind the trunk. */
    Entry enter(int batch, PackedRows rows) {
        var pass = rows.pass(model);
        return new Entry(
                pass, kept.map(states -> entering(states, batch, pass)).orElseGet(() -> computed(pass)), layers, false);
    }

    private Tensor entering(HiddenStates states, int batch, Pass pass) {
        if (!states.holds(batch)) {
            try (var scope = Scope.plain()) {
                states.put(batch, computed(pass));
            }
        }
        return states.get(batch);
    }

    private Tensor computed(Pass pass) {
        return pass.through(pass.embedded(), 0, layers, Adapter.NONE);
    }

    @Override
    public void close() {
        kept.ifPresent(HiddenStates::close);
    }
}

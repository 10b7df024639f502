package io.kernelign.training;

import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.Pass;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A pass that keeps what enters each layer and nothing else: backward goes through one layer at a time, after computing it
 * again (gradient checkpointing, Chen et al. 2016). It needs the adapter to answer alike both times.
 */
final class RecomputedPass implements PolicyPass {

    private final Entry entry;
    private final Adapter adapter;
    private final List<Tensor> entering = new ArrayList<>();
    private final Tensor hidden;

    RecomputedPass(Entry entry, Adapter adapter) {
        this.entry = entry;
        this.adapter = adapter;
        try (var scope = Scope.plain()) {
            var x = entry.x();
            for (int layer = entry.layer(); layer < pass().layers(); layer++) {
                entering.add(scope.keep(x));
                x = pass().through(x, layer, layer + 1, adapter);
            }
            hidden = scope.keep(pass().normed(x).detached().requireGradient());
        }
    }

    private Pass pass() {
        return entry.pass();
    }

    @Override
    public Tensor hidden() {
        return hidden;
    }

    @Override
    public void backward() {
        try (var scope = Scope.plain()) {
            var derivative = hidden.gradient();
            for (int layer = pass().layers() - 1; layer >= entry.layer(); layer--) {
                var entering = through(layer, derivative);
                derivative.close();
                derivative = entering;
            }
            if (entry.trained()) {
                entry.x().backward(derivative);
            }
        }
    }

    /** The derivative by what enters a layer, from that by what leaves it. */
    private Tensor through(int layer, Tensor derivative) {
        try (var scope = Scope.recording()) {
            var x = entering.get(layer - entry.layer()).detached().requireGradient();
            var y = pass().through(x, layer, layer + 1, adapter);
            (layer == pass().layers() - 1 ? pass().normed(y) : y).backward(derivative);
            return scope.keep(x.gradient());
        }
    }
}

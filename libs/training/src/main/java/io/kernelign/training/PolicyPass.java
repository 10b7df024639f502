package io.kernelign.training;

import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.Pass;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A forward pass of the policy, through which backward goes one layer at a time. What it needs of a layer is kept, or
 * computed again from what entered the layer (gradient checkpointing, Chen et al. 2016); the latter needs the adapter to
 * answer alike both times.
 */
final class PolicyPass {

    private final Entry entry;
    private final Adapter adapter;
    private final boolean recomputes;

    /** What enters each layer and, at last, the final norm; each is cut off from what it was made by. */
    private final List<Tensor> entering = new ArrayList<>();

    /** What leaves each layer, recorded; empty where layers are computed again. */
    private final List<Tensor> leaving = new ArrayList<>();

    private final Tensor hidden;

    /** @param recomputes whether backward computes the layers again, rather than keep all that it needs */
    PolicyPass(Entry entry, Adapter adapter, boolean recomputes) {
        this.entry = entry;
        this.adapter = adapter;
        this.recomputes = recomputes;
        try (var scope = recomputes ? Scope.plain() : Scope.recording()) {
            var x = entry.x();
            for (int layer = entry.layer(); layer < pass().layers(); layer++) {
                entering.add(scope.keep(cut(x)));
                x = forward(layer);
                if (!recomputes) {
                    leaving.add(scope.keep(x));
                }
            }
            entering.add(scope.keep(cut(x)));
        }
        hidden = pass().normed(entering.get(entering.size() - 1));
    }

    private Pass pass() {
        return entry.pass();
    }

    private Tensor cut(Tensor x) {
        boolean first = entering.isEmpty();
        return first && !entry.trained() ? x.detached() : x.detached().requireGradient();
    }

    private Tensor forward(int layer) {
        return pass().through(entering.get(layer - entry.layer()), layer, layer + 1, adapter);
    }

    /** Hidden states [n, d] of every position, by which a function of them can be differentiated. */
    Tensor hidden() {
        return hidden;
    }

    /** Takes the derivative by the hidden states, once backward has got there, down to the policy's leaves. */
    void backward() {
        try (var scope = Scope.plain()) {
            for (int layer = pass().layers() - 1; layer >= entry.layer(); layer--) {
                backward(layer);
            }
            if (entry.trained()) {
                entry.x().backward(entering.get(0).gradient());
            }
        }
    }

    /** Down to what enters a layer; what is above is not needed any more. */
    private void backward(int layer) {
        int at = layer - entry.layer();
        var above = entering.get(at + 1);
        try (var scope = Scope.recording()) {
            var left = recorded(layer);
            left.backward(above.gradient());
            left.close();
        }
        above.close();
    }

    private Tensor recorded(int layer) {
        if (recomputes) {
            return forward(layer);
        }
        pass().readyForBackward(layer);
        return leaving.get(layer - entry.layer());
    }
}

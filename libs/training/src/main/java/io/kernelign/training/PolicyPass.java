package io.kernelign.training;

import io.kernelign.lm.decoder.Adapter;
import io.kernelign.torch.Tensor;

/** A forward pass of the policy that can be differentiated. */
interface PolicyPass {

    /** Hidden states [n, d] of every position, by which a function of them can be differentiated. */
    Tensor hidden();

    /** Takes the derivative by the hidden states, once backward has got there, down to the adapter. */
    void backward();

    /**
     * @param recomputes whether backward computes the layers again, one at a time, rather than keep all that it needs
     */
    static PolicyPass of(Entry entry, Adapter adapter, boolean recomputes) {
        return recomputes ? new RecomputedPass(entry, adapter) : new RecordedPass(entry.hidden(adapter));
    }
}

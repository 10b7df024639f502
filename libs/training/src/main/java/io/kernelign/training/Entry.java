package io.kernelign.training;

import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.Pass;
import io.kernelign.torch.Tensor;

/**
 * A batch on its way through a model.
 *
 * @param x what enters a layer, [n, d]
 * @param layer which
 * @param trained whether training changes what x was made by
 */
record Entry(Pass pass, Tensor x, int layer, boolean trained) {

    /** Hidden states [n, d] behind the rest of the model. */
    Tensor hidden(Adapter adapter) {
        return pass.hidden(x, layer, adapter);
    }
}

package io.kernelign.lm.decoder;

import io.kernelign.lm.config.NormConfig;
import io.kernelign.torch.Primitives;
import io.kernelign.torch.Tensor;

/** RMS norm over the last dimension. */
@FunctionalInterface
interface Norm {

    /** None. */
    Norm NONE = x -> x;

    Tensor apply(Tensor x);

    /**
     * @param weight [d], as the checkpoint keeps it
     */
    static Norm of(NormConfig config, Tensor weight) {
        return config.offset()
                ? x -> Primitives.rmsNorm(x, weight.plus(1), config.eps())
                : x -> Primitives.rmsNorm(x, weight, config.eps());
    }
}

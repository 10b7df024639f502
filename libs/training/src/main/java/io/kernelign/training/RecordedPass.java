package io.kernelign.training;

import io.kernelign.torch.Tensor;

/** A pass of which everything was recorded: backward goes through all of it by itself. */
record RecordedPass(Tensor hidden) implements PolicyPass {

    @Override
    public void backward() {}
}

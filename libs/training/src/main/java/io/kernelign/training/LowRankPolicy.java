package io.kernelign.training;

import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.config.Projection;
import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.lm.lora.Lora;
import io.kernelign.torch.DType;
import io.kernelign.torch.Tensor;
import java.util.Map;

/**
 * A frozen model with a low-rank adapter; without the adapter it is the reference.
 *
 * @param model not its own
 * @param lora its own
 */
public record LowRankPolicy(Decoder model, Lora lora) implements Policy {

    @Override
    public Adapter adapter() {
        return lora;
    }

    @Override
    public Adapter inTraining(long seed) {
        return lora.withDropout(seed);
    }

    @Override
    public Entry enter(Reference reference, int batch, PackedRows rows) {
        return reference.enter(batch, rows);
    }

    @Override
    public boolean trainsHead() {
        return false;
    }

    @Override
    public Map<String, Tensor> named() {
        return lora.named();
    }

    @Override
    public Tensor weight(int layer, Projection projection) {
        return lora.merged(
                layer,
                projection,
                model.weights().get(ModelTensors.projection(layer, projection)).to(DType.FLOAT32));
    }

    @Override
    public void close() {
        lora.close();
    }
}

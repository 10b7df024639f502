package io.kernelign.benchmarks.train;

import io.kernelign.input.Types;
import io.kernelign.training.Dtype;
import java.util.List;

/**
 * What is trained, and in which type.
 *
 * @param topLayers how many of the last layers are adapted; 0 for all
 */
record Setting(Dtype dtype, int topLayers) {

    static final List<Dtype> TYPES = List.of(Dtype.FLOAT32, Dtype.BFLOAT16);
    static final List<Setting> ALL = List.of(
            new Setting(Dtype.FLOAT32, 0),
            new Setting(Dtype.BFLOAT16, 0),
            new Setting(Dtype.FLOAT32, 6),
            new Setting(Dtype.BFLOAT16, 6));

    String words() {
        return Types.nameOf(dtype) + (topLayers == 0 ? "" : ", top " + topLayers + " layers");
    }

    /** As figures name a type. */
    static String shortName(Dtype dtype) {
        return dtype == Dtype.BFLOAT16 ? "bf16" : Types.nameOf(dtype);
    }
}

package io.kernelign.benchmarks.train;

import java.util.List;

/**
 * What is trained, and in which type.
 *
 * @param dtype float32 or bfloat16
 * @param topLayers how many of the last layers are adapted; 0 for all
 */
record Setting(String dtype, int topLayers) {

    static final List<Setting> ALL = List.of(
            new Setting("float32", 0),
            new Setting("bfloat16", 0),
            new Setting("float32", 6),
            new Setting("bfloat16", 6));

    String words() {
        return dtype + (topLayers == 0 ? "" : ", top " + topLayers + " layers");
    }

    /** As figures name it. */
    String shortDtype() {
        return dtype.equals("bfloat16") ? "bf16" : dtype;
    }
}

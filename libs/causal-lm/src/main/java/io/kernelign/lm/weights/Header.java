package io.kernelign.lm.weights;

import java.util.Map;

/**
 * What a safetensors file says about its content.
 *
 * @param dataStart byte of the file at which offset 0 lies
 * @param tensors by name, in the order of their data
 */
record Header(long dataStart, Map<String, TensorInfo> tensors, Map<String, String> metadata) {}

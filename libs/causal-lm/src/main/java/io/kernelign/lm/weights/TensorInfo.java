package io.kernelign.lm.weights;

import java.util.List;

/**
 * One tensor of a safetensors file, already checked against the file.
 *
 * @param shape sizes of the dimensions, row-major; empty for a scalar
 * @param begin first byte, from the start of the data section
 * @param end first byte after it
 */
public record TensorInfo(String name, Dtype dtype, List<Long> shape, long begin, long end) {

    /** Number of elements. */
    public long elements() {
        return (end - begin) / dtype.bytes();
    }
}

package io.kernelign.lm.weights;

import io.kernelign.input.InvalidInputException;
import java.io.IOException;
import java.util.Map;

/**
 * What a safetensors file says about its content, held against the file.
 *
 * @param dataStart byte of the file at which offset 0 lies
 * @param tensors by name, in the order of their data
 */
public record Header(long dataStart, Map<String, TensorInfo> tensors) {

    /**
     * Reads the header and nothing behind it.
     *
     * @param file its name, for errors
     * @throws InvalidInputException naming the file, and the tensor where there is one, when the header is not one
     *     that the whole file obeys
     */
    public static Header read(String file, ByteSource source) throws IOException {
        return new HeaderReader(file).read(source);
    }
}

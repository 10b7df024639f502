package io.kernelign.lm.config;

import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.json.JsonFile;
import java.nio.file.Path;
import java.util.Map;

/**
 * The shape of a Llama decoder.
 *
 * @param vocabularySize rows of the embedding, at least 1
 * @param hiddenSize width of the residual stream
 * @param intermediateSize width inside the gated MLP
 * @param layers number of decoder layers
 * @param heads query heads
 * @param keyValueHeads key and value heads; divides {@code heads}
 * @param headDim width of one head, even
 * @param maxPositions longest sequence the model was made for, tokens
 * @param normEps added to the mean square in RMS norm
 * @param ropeTheta base of the rotary frequencies, {@code theta^(-2i / headDim)}
 * @param tiedEmbeddings whether the output head is the embedding
 */
public record LlamaConfig(
        int vocabularySize,
        int hiddenSize,
        int intermediateSize,
        int layers,
        int heads,
        int keyValueHeads,
        int headDim,
        int maxPositions,
        double normEps,
        double ropeTheta,
        boolean tiedEmbeddings) {

    /** Its name in the {@code architectures} list of {@code config.json}. */
    public static final String ARCHITECTURE = "LlamaForCausalLM";

    /**
     * @throws InvalidInputException naming the file, each wrong field, what stands there and what is accepted
     */
    public static LlamaConfig read(Path file) {
        var json = JsonFile.read(file);
        return JsonFile.naming(file.getFileName().toString(), () -> of(json));
    }

    /** Reads the content of a {@code config.json}; fields that do not touch the decoder are ignored. */
    public static LlamaConfig of(Map<String, Object> json) {
        Architectures.check(json);
        return ConfigFields.read(json);
    }

    /** The content of a {@code config.json} that transformers and {@link #of} read back to this. */
    public Map<String, Object> toJson() {
        return ConfigFields.write(this);
    }

    /** Width of all query heads together. */
    public int queryWidth() {
        return heads * headDim;
    }

    /** Width of all key heads together, and of all value heads. */
    public int keyValueWidth() {
        return keyValueHeads * headDim;
    }
}

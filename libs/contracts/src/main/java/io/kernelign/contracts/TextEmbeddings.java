package io.kernelign.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.IntStream;

/** Texts as vectors, written as OpenAI's API answers embeddings. */
public record TextEmbeddings(String object, String model, List<Embedding> data, Usage usage) {

    /** @param index of the text among those that were sent */
    public record Embedding(String object, int index, float[] embedding) {}

    public record Usage(
            @JsonProperty("prompt_tokens") long promptTokens,
            @JsonProperty("total_tokens") long totalTokens) {}

    /**
     * @param vectors of the texts, in their order
     * @param tokens that were read
     */
    public static TextEmbeddings of(String model, List<float[]> vectors, long tokens) {
        var data = IntStream.range(0, vectors.size())
                .mapToObj(i -> new Embedding("embedding", i, vectors.get(i)))
                .toList();
        return new TextEmbeddings("list", model, data, new Usage(tokens, tokens));
    }
}

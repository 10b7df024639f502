package io.kernelign.embedding;

import java.util.List;

/** A sentence encoder. */
public interface EmbeddingModel {

    /** Its name in artifacts. */
    String name();

    /**
     * One vector a text, in order, all of one length and each with a direction; any text is accepted, also an empty one.
     *
     * @throws EncoderException when the encoder does not answer, or with something else
     */
    List<float[]> embed(List<String> texts);
}

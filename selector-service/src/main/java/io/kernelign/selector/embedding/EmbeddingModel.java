package io.kernelign.selector.embedding;

import java.util.List;

/** A sentence encoder. */
public interface EmbeddingModel {

    /** Its name in options and artifacts. */
    String name();

    /** Length of its vectors. */
    int dimension();

    /** One vector a text, in order, each with a direction; any text is accepted, also an empty one. */
    List<float[]> embed(List<String> texts);
}

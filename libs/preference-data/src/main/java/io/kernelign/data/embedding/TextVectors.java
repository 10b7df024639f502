package io.kernelign.data.embedding;

/** One vector a text, all of one length. */
public interface TextVectors {

    int texts();

    /** The same one whenever it is asked for. */
    float[] vector(int text);

    static TextVectors of(float[][] vectors) {
        return new TextVectors() {
            @Override
            public int texts() {
                return vectors.length;
            }

            @Override
            public float[] vector(int text) {
                return vectors[text];
            }
        };
    }
}

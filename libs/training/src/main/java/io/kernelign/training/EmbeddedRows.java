package io.kernelign.training;

import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.List;

/** Embeddings of pairs, each [pairs, d]. */
record EmbeddedRows(Tensor prompt, Tensor chosen, Tensor rejected) {

    /** A frozen encoder's. */
    static EmbeddedRows of(List<EncodedPair> pairs, PairEmbeddings embeddings) {
        var vectors = pairs.stream().map(pair -> embeddings.of(pair.id())).toList();
        return new EmbeddedRows(stacked(vectors, 0), stacked(vectors, 1), stacked(vectors, 2));
    }

    private static Tensor stacked(List<float[][]> vectors, int which) {
        int dimension = vectors.get(0)[which].length;
        var all = new float[vectors.size() * dimension];
        for (int i = 0; i < vectors.size(); i++) {
            System.arraycopy(vectors.get(i)[which], 0, all, i * dimension, dimension);
        }
        return Tensors.of(all, vectors.size(), dimension);
    }

    /** A model's own: the means of its last hidden states [n, d] over each text's tokens; differentiable. */
    static EmbeddedRows pooled(PackedRows rows, Tensor hidden) {
        var responses = rows.poolResponses(hidden).reshape(rows.rows(), 2, hidden.size(-1));
        return new EmbeddedRows(
                rows.poolPrompts(hidden),
                responses.slice(1, 0, 1).squeeze(1),
                responses.slice(1, 1, 2).squeeze(1));
    }

    static EmbeddedRows concat(List<EmbeddedRows> parts) {
        return new EmbeddedRows(
                Tensors.concat(parts.stream().map(EmbeddedRows::prompt).toList(), 0),
                Tensors.concat(parts.stream().map(EmbeddedRows::chosen).toList(), 0),
                Tensors.concat(parts.stream().map(EmbeddedRows::rejected).toList(), 0));
    }
}

package io.kernelign.trainer.training;

import io.kernelign.data.embedding.EmbeddedPair;
import io.kernelign.data.embedding.EmbeddedPairs;
import io.kernelign.data.embedding.EmbeddingFile;
import io.kernelign.training.PairEmbeddings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A file of embeddings, read by the identity of the pairs. */
record EmbeddingsByPair(EmbeddedPairs file, Map<Integer, EmbeddedPair> pairs, Map<String, Integer> lines)
        implements PairEmbeddings {

    /** @param lines where each pair stands in the canonical file, by its id */
    static EmbeddingsByPair read(Path file, Map<String, Integer> lines) throws IOException {
        var embedded = EmbeddingFile.read(file);
        var pairs = new HashMap<Integer, EmbeddedPair>();
        embedded.pairs().forEach(pair -> pairs.put(pair.line(), pair));
        return new EmbeddingsByPair(embedded, pairs, lines);
    }

    boolean has(String pair) {
        return lines.containsKey(pair);
    }

    @Override
    public float[][] of(String pair) {
        var places = pairs.get(lines.get(pair));
        if (places == null) {
            throw new IllegalStateException("the embeddings of the data set lack its pair " + pair);
        }
        return new float[][] {file.vector(places.prompt()), file.vector(places.chosen()), file.vector(places.rejected())
        };
    }
}

package io.kernelign.trainer.training;

import io.kernelign.data.embedding.EmbeddedPair;
import io.kernelign.data.embedding.EmbeddedPairs;
import io.kernelign.data.embedding.EmbeddingFile;
import io.kernelign.data.embedding.EmbeddingOrigin;
import io.kernelign.data.embedding.FitFile;
import io.kernelign.objective.embedding.EmbeddingSpread;
import io.kernelign.training.PairEmbeddings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Files of embeddings, read by the identity of the pairs. */
record EmbeddingsByPair(
        EmbeddedPairs file,
        Map<Integer, EmbeddedPair> pairs,
        Map<String, Integer> lines,
        Optional<EmbeddingSpread> spread)
        implements PairEmbeddings {

    /**
     * @param lines where each pair stands in the canonical file, by its id
     * @throws IOException also when a file is damaged, or the fit is of other embeddings
     */
    static EmbeddingsByPair read(EmbeddingFiles files, Map<String, Integer> lines) throws IOException {
        var embedded = EmbeddingFile.read(files.vectors());
        var pairs = new HashMap<Integer, EmbeddedPair>();
        embedded.pairs().forEach(pair -> pairs.put(pair.line(), pair));
        var spread = files.fit().isEmpty()
                ? Optional.<EmbeddingSpread>empty()
                : Optional.of(spread(files.fit().get(), files.origin(), embedded.dimension()));
        return new EmbeddingsByPair(embedded, pairs, lines, spread);
    }

    private static EmbeddingSpread spread(Path file, EmbeddingOrigin origin, int dimension) throws IOException {
        var arrays = FitFile.read(file, origin);
        try {
            var spread = EmbeddingSpread.read(arrays);
            if (spread.dimension() != dimension) {
                throw new IllegalArgumentException(
                        "it is of %d dimensions, the embeddings have %d".formatted(spread.dimension(), dimension));
            }
            return spread;
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is not what kernels take from " + origin + ": " + e.getMessage(), e);
        }
    }

    /** With the embeddings of another data set for the pairs that are not of this one; how they lie is said of this one. */
    PairEmbeddings or(PairEmbeddings others) {
        var mine = this;
        return new PairEmbeddings() {
            @Override
            public float[][] of(String pair) {
                return lines.containsKey(pair) ? mine.of(pair) : others.of(pair);
            }

            @Override
            public Optional<EmbeddingSpread> spread() {
                return spread;
            }
        };
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
